// table → [custom widget] → dashboard
import { Duration, Names } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  type Bundle,
  BundledFunction,
  type BundledFunctionProps,
  bundleFolder,
} from '../bundled-function';

/** Properties of the custom widget's function. */
export interface WidgetFunctionProps extends BundledFunctionProps {
  /**
   * Folder of the custom widget's bundle, or the code itself; its `index.js` exports `customWidget`.
   *
   * @default - dist/lambda/widget of this package
   */
  readonly widgetBundle?: Bundle;
}

/** CloudWatch finds functions for custom widgets by this beginning of their names. */
const PREFIX = 'customWidget-';
const LONGEST_NAME = 64;

/**
 * Draws the views of the dashboard. Whoever looks at the dashboard invokes it; what it may do is its own.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html
 */
export class WidgetFunction extends BundledFunction {
  constructor(scope: Construct, id: string, props: WidgetFunctionProps) {
    const { table, settings, widgetBundle = bundleFolder('widget') } = props;
    super(scope, id, props, {
      bundle: widgetBundle,
      exported: 'customWidget',
      description: 'Draws the lists of the CloudWatch dashboard of Launch Denied',
      timeout: Duration.seconds(15),
      purpose: 'draws the lists of the dashboard',
      memorySize: 512,
      functionName: (self) =>
        `${PREFIX}${Names.uniqueResourceName(self, { maxLength: LONGEST_NAME - PREFIX.length })}`,
      environment: {
        TABLE_NAME: table.table.tableName,
        RETENTION_DAYS: String(settings.retentionDays),
        ALLOW_CHANGES: String(settings.dashboardChanges),
      },
    });
  }
}
