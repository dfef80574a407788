// For people who embed Launch Denied in their own CDK app: one construct, or one stack.
export { AddressBook, type AddressBookProps, addressBookName } from './address-book';
export { Alarms, type AlarmsProps } from './alarms';
export { AlertTopic, type AlertTopicProps } from './alert-topic';
export { buildApp, type BuildAppProps } from './app';
export { DenialFunction, type DenialFunctionProps } from './denial-function';
export { DenialQueue, type DenialQueueProps } from './denial-queue';
export { DenialRule, type DenialRuleProps } from './denial-rule';
export { DenialTable, type DenialTableProps } from './denial-table';
export { GRANTED_ACTIONS, type GrantedAction, type GrantedResource } from './granted-actions';
export { LaunchDenied, type LaunchDeniedProps } from './launch-denied';
export { LaunchDeniedStack, type LaunchDeniedStackProps } from './launch-denied-stack';
export { type LaunchDeniedSettings, type LaunchOperation } from './settings';
export { SynthError, type SynthErrorCode } from './synth-error';
