import { Annotations, Stack, Tags } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { AddressBook } from './address-book';
import { Alarms } from './alarms';
import { AlertTopic } from './alert-topic';
import { DenialFunction, FUNCTION_TIMEOUT } from './denial-function';
import { DenialQueue } from './denial-queue';
import { DenialRule } from './denial-rule';
import { DenialTable } from './denial-table';
import { type LaunchDeniedSettings, parseSettings } from './settings';

/** Properties of the construct: the settings, and where the function's code lies. */
export interface LaunchDeniedProps extends LaunchDeniedSettings {
  /**
   * Folder of the function's bundle; its `index.js` exports `handler`.
   *
   * @default - dist/lambda/handler of this package
   */
  readonly handlerBundle?: string;
}

/**
 * Explains the denied EC2 launches of this account and Region, one alert for each.
 *
 * Reads no context: settings are props. One is enough for an account and Region.
 *
 * @throws SynthError `INVALID_SETTINGS`, `BUNDLE_MISSING`
 */
export class LaunchDenied extends Construct {
  readonly table: DenialTable;
  readonly alerts: AlertTopic;
  readonly denials: DenialQueue;
  readonly function: DenialFunction;
  readonly rule: DenialRule;
  readonly addressBook: AddressBook;

  constructor(scope: Construct, id: string, props: LaunchDeniedProps = {}) {
    super(scope, id);
    const { handlerBundle, ...given } = props;
    const settings = parseSettings(given);

    this.table = new DenialTable(this, 'Table', settings);
    this.alerts = new AlertTopic(this, 'Alerts', settings);
    this.denials = new DenialQueue(this, 'Denials', { functionTimeout: FUNCTION_TIMEOUT });
    this.function = new DenialFunction(this, 'Explain', {
      denials: this.denials,
      table: this.table,
      alerts: this.alerts,
      settings,
      ...(handlerBundle === undefined ? {} : { handlerBundle }),
    });
    this.alerts.nameAsPublisher(this.function.role);
    this.rule = new DenialRule(this, 'Rule', {
      queue: this.denials.queue,
      operations: settings.operations,
    });
    const { table, alerts, denials, function: explain, rule } = this;
    const stages = { table, alerts, denials, function: explain, rule };
    new Alarms(this, 'Alarms', stages);
    this.addressBook = new AddressBook(this, 'AddressBook', stages);

    Tags.of(this).add('launch-denied', Stack.of(this).stackName);
    this.sayWhatIsNotCovered(settings.emails);
  }

  private sayWhatIsNotCovered(emails: readonly string[]): void {
    const notes = Annotations.of(this);
    notes.addInfo('this Region only: denied launches in other Regions are not seen');
    if (emails.length === 0) {
      notes.addInfo(
        'no e-mail address is subscribed to the alerts: give one, such as emails=oncall@example.com',
      );
    }
  }
}
