// alerts, table → [dashboard]: where people review denials in CloudWatch
import { AlarmStatusWidget, CustomWidget, Dashboard, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Aws, CfnMapping, Fn, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Alarms } from './alarms';
import { type Measured, metricWidgets } from './dashboard/metrics';
import { WidgetFunction, type WidgetFunctionProps } from './dashboard/widget-function';

/** Properties of the dashboard: the stages whose metrics it shows, and what its widgets read. */
export interface ReviewDashboardProps extends Measured, WidgetFunctionProps {
  readonly alarms: Alarms;
}

const WIDTH = 24;

const ABOUT =
  'Denied EC2 launches that this account and Region hears of, by [Launch Denied](https://github.com/launch-denied/launch-denied). The lists run with your own permission to invoke their function; CloudWatch asks for it once.';

/** The console's host in each partition. */
const HOSTS = {
  aws: { host: 'console.aws.amazon.com' },
  'aws-us-gov': { host: 'console.amazonaws-us-gov.com' },
  'aws-cn': { host: 'console.amazonaws.cn' },
  'aws-eusc': { host: 'console.amazonaws-eusc.eu' },
};

/**
 * The dashboard: alarms, the list of causes, metrics, and the overview.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard.html
 */
export class ReviewDashboard extends Construct {
  readonly dashboard: Dashboard;
  readonly widget: WidgetFunction;
  /** Where the console shows it. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: ReviewDashboardProps) {
    super(scope, id);
    this.widget = new WidgetFunction(this, 'Widget', props);
    this.dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: dashboardName(Stack.of(this)),
    });
    const { alarms } = props.alarms;
    this.dashboard.addWidgets(
      new TextWidget({ markdown: ABOUT, width: WIDTH, height: 2 }),
      new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: WIDTH, height: 3 }),
      this.view('Causes', { view: 'causes' }, 16),
    );
    for (const row of metricWidgets(props)) this.dashboard.addWidgets(...row);
    this.dashboard.addWidgets(this.view('Overview', { view: 'overview' }, 18));
    this.url = this.address();
  }

  private address(): string {
    const consoles = new CfnMapping(this, 'Consoles', { mapping: HOSTS });
    const host = consoles.findInMap(Aws.PARTITION, 'host');
    const region = Stack.of(this).region;
    return Fn.join('', [
      'https://',
      region,
      '.',
      host,
      '/cloudwatch/home?region=',
      region,
      '#dashboards/dashboard/',
      dashboardName(Stack.of(this)),
    ]);
  }

  private view(title: string, params: object, height: number): CustomWidget {
    const { functionArn } = this.widget.function;
    return new CustomWidget({ title, functionArn, params, width: WIDTH, height });
  }
}

/** It holds the Region, since an account has one list for all Regions. */
function dashboardName({ stackName, region }: Stack): string {
  return `${stackName}-${region}`;
}
