// For people who embed Launch Denied in their own CDK app: one construct, or one stack.
export { AddressBook, type AddressBookProps, addressBookName } from './address-book';
export { Alarms, type AlarmsProps } from './alarms';
export { AlertTopic, type AlertTopicProps, type AlertTopics } from './alert-topic';
export { buildApp, type BuildAppProps } from './app';
export { type BundledFunction, type BundledFunctionProps } from './bundled-function';
export { type WayFunction, type WayFunctionProps } from './way-function';
export { ChatChannels, type ChatChannelsProps } from './chat';
export { DenialFunction, type DenialFunctionProps } from './denial-function';
export { DenialQueue, type DenialQueueProps } from './denial-queue';
export { DenialRule, type DenialRuleProps } from './denial-rule';
export { DenialTable, type DenialTableProps } from './denial-table';
export { Forwarder, type ForwarderProps } from './forwarder/forwarder';
export { ForwarderStack, type ForwarderStackProps } from './forwarder/forwarder-stack';
export { type HomePlace } from './forwarder/names';
export { ReaderRole, type ReaderRoleProps } from './forwarder/reader-role';
export {
  GRANTED_ACTIONS,
  type GrantedAction,
  type GrantedResource,
  type GrantedUser,
} from './granted-actions';
export { LaunchDenied, type LaunchDeniedProps } from './launch-denied';
export { LaunchDeniedStack, type LaunchDeniedStackProps } from './launch-denied-stack';
export { type LaunchDeniedSettings, type LaunchOperation } from './settings';
export { type SlackChannel, type TeamsChannel } from './settings/channels';
export { type DigestHour } from './settings/digest';
export { type AlertFilter, type AlertSubscription } from './settings/subscriptions';
export { SweepFunction } from './sweep-function';
export { SynthError, type SynthErrorCode } from './synth-error';
