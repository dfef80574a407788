import { Annotations, Stack, Tags } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { AddressBook } from './address-book';
import { Alarms } from './alarms';
import { AlertTopic } from './alert-topic';
import type { Bundle } from './bundled-function';
import { ChatChannels } from './chat';
import { ReviewDashboard } from './dashboard';
import { DenialFunction, FUNCTION_TIMEOUT } from './denial-function';
import { DenialQueue } from './denial-queue';
import { DenialRule } from './denial-rule';
import { DenialTable } from './denial-table';
import { acceptedRegions } from './denial-pattern';
import { coverageNotes } from './coverage-notes';
import { MemberBus } from './member-bus';
import { type LaunchDeniedSettings, type ParsedSettings, parseSettings } from './settings';
import { membersOf } from './settings/members';
import { alertsSubscriptions, hasReceivers, smsSubscriptions } from './settings/receivers';
import { SweepFunction } from './sweep-function';
import { existing } from './way-function';

/** Properties of the construct: the settings, and where the functions' code lies. */
export interface LaunchDeniedProps extends LaunchDeniedSettings {
  /**
   * Folder of the functions' bundle, or the code itself; its `index.js` exports `handler` and `sweep`.
   *
   * @default - dist/lambda/handler of this package
   */
  readonly handlerBundle?: Bundle;
  /**
   * Folder of the custom widget's bundle, or the code itself; its `index.js` exports `customWidget`.
   *
   * @default - dist/lambda/widget of this package
   */
  readonly widgetBundle?: Bundle;
}

/**
 * Explains the denied EC2 launches of this account and Region, and those that forwarders send here from
 * other Regions and accounts. Denials of one cause are one group, and a group is alerted when that tells
 * something new.
 *
 * Reads no context: settings are props. One is enough for an account or an organization.
 *
 * @throws SynthError `INVALID_SETTINGS`, `BUNDLE_MISSING`
 */
export class LaunchDenied extends Construct {
  readonly table: DenialTable;
  readonly alerts: AlertTopic;
  /** Where chat channels receive alerts; undefined where there are none. */
  readonly chat: AlertTopic | undefined;
  /** Where telephones receive alerts; undefined where there are none. */
  readonly texts: AlertTopic | undefined;
  readonly denials: DenialQueue;
  readonly function: DenialFunction;
  readonly sweep: SweepFunction;
  readonly rule: DenialRule;
  readonly addressBook: AddressBook;
  /** The settings, with every default filled in. */
  readonly settings: ParsedSettings;
  /** Where people review denials in CloudWatch; undefined where the settings want none. */
  readonly dashboard: ReviewDashboard | undefined;

  constructor(scope: Construct, id: string, props: LaunchDeniedProps = {}) {
    super(scope, id);
    const { handlerBundle, widgetBundle, ...given } = props;
    const widget = widgetBundle === undefined ? {} : { widgetBundle };
    const settings = parseSettings(given);
    this.settings = settings;

    this.table = new DenialTable(this, 'Table', settings);
    this.alerts = this.createAlerts(settings);
    this.chat = this.createChat(settings);
    this.texts = this.createTexts(settings);
    this.denials = new DenialQueue(this, 'Denials', { functionTimeout: FUNCTION_TIMEOUT });
    const { table, denials } = this;
    const topics = { alerts: this.alerts, chat: this.chat, texts: this.texts };
    const bundle = handlerBundle === undefined ? {} : { handlerBundle };
    const shared = { table, topics, settings, ...bundle };
    this.function = new DenialFunction(this, 'Explain', { ...shared, denials });
    this.sweep = new SweepFunction(this, 'Sweep', shared);
    for (const topic of existing(topics))
      topic.nameAsPublishers([this.function.role, this.sweep.role]);
    this.rule = new DenialRule(this, 'Rule', {
      queue: denials.queue,
      operations: settings.operations,
      regions: acceptedRegions(settings, Stack.of(this)),
    });
    const members = membersOf(settings);
    if (members !== undefined) new MemberBus(this, 'Members', { members });
    const { function: explain, sweep, rule } = this;
    const stages = { table, topics, denials, function: explain, sweep, rule, settings };
    const alarms = new Alarms(this, 'Alarms', stages);
    this.dashboard = settings.dashboard
      ? new ReviewDashboard(this, 'Dashboard', { ...stages, alarms, ...widget })
      : undefined;
    this.addressBook = new AddressBook(this, 'AddressBook', {
      ...stages,
      dashboard: this.dashboard,
    });

    Tags.of(this).add('launch-denied', Stack.of(this).stackName);
    this.sayWhatIsNotCovered(settings);
  }

  /** Whether denials of other accounts may come here. */
  get isHub(): boolean {
    return membersOf(this.settings) !== undefined;
  }

  private createAlerts(settings: ParsedSettings): AlertTopic {
    const subscriptions = alertsSubscriptions(settings);
    const alerts = new AlertTopic(this, 'Alerts', { displayName: 'Launch Denied', subscriptions });
    alerts.nameAlarmsAsPublishers();
    return alerts;
  }

  private createChat({ slack, teams }: ParsedSettings): AlertTopic | undefined {
    if (slack.length + teams.length === 0) return undefined;
    const topic = new AlertTopic(this, 'Chat', { displayName: 'Launch Denied', subscriptions: [] });
    new ChatChannels(this, 'Channels', { topic, slack, teams });
    return topic;
  }

  private createTexts(settings: ParsedSettings): AlertTopic | undefined {
    const subscriptions = smsSubscriptions(settings);
    if (subscriptions.length === 0) return undefined;
    return new AlertTopic(this, 'Texts', { displayName: 'EC2 denied', subscriptions });
  }

  private sayWhatIsNotCovered(settings: ParsedSettings): void {
    const notes = Annotations.of(this);
    for (const note of coverageNotes(settings, Stack.of(this).region)) notes.addInfo(note);
    if (!hasReceivers(settings)) {
      notes.addInfo(
        'nobody is subscribed to the alerts: give an e-mail address, such as emails=oncall@example.com',
      );
    }
    if (settings.subscriptions.some(({ protocol }) => ['sqs', 'lambda'].includes(protocol))) {
      notes.addInfo(
        'a subscribed queue or function receives alerts once its own policy lets the alerts topic send to it',
      );
    }
  }
}
