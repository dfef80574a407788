// world → [checks] → report: the checks of a home stack.
import { judgeAccounts } from '../../core/doctor/accounts';
import { judgeBusPolicy } from '../../core/doctor/bus-policy';
import { judgeChannels, judgeGuardrails } from '../../core/doctor/chat';
import type { Check, Finding } from '../../core/doctor/check';
import { judgeErrors } from '../../core/doctor/errors';
import { judgeEventSources } from '../../core/doctor/event-source';
import { judgeFunction } from '../../core/doctor/function';
import { judgeQueueEncryption } from '../../core/doctor/queue-encryption';
import { judgeQueuePolicy } from '../../core/doctor/queue-policy';
import { judgeReaderRight, judgeRoleRight, judgeSimulateRight } from '../../core/doctor/rights';
import { judgeRule } from '../../core/doctor/rule';
import { judgeStack } from '../../core/doctor/stack';
import { judgeSubscriptions } from '../../core/doctor/subscriptions';
import { judgeTargets } from '../../core/doctor/target';
import { judgeTrails } from '../../core/doctor/trail';
import { judgeInstalled, judgeVersion } from '../../core/doctor/versions';
import { judgeBacklog, judgeDeadLetters, judgeUndelivered } from '../../core/doctor/waiting';
import * as elsewhere from './elsewhere';
import { FORWARDER_CHECKS } from './forwarder-checks';
import * as questions from './questions';
import { examineAll, type Row, row } from './row';
import { fieldOf, type FunctionField, type World } from './world';

/** One row for each function: the one behind the queue, and the sweep. */
function rows<T>(
  name: string,
  asked: (world: World, field: FunctionField) => Promise<T>,
  judged: (answer: T, world: World) => readonly Finding[],
): readonly Row<World>[] {
  return [
    row(name, (world) => asked(world, 'functionName'), judged),
    row(`sweep-${name}`, (world) => asked(world, 'sweepFunctionName'), judged),
  ];
}

/** The checks in the order of the way: event, rule, queue, function, alert; then what is around it. */
export const CHECKS: readonly Row<World>[] = [
  row(
    'stack',
    async ({ stack }) => stack,
    (answer, { stackName }) => judgeStack(answer, stackName),
  ),
  row(
    'trail',
    ({ trailsIn, place: { region } }) => trailsIn(region),
    (trails, { place }) => judgeTrails(trails, place),
  ),
  row(
    'rule',
    ({ rule }) => rule(),
    (rule, world) => judgeRule(rule, elsewhere.acceptedRegions(world), world.place),
  ),
  row('target', questions.targets, (targets, { place }) => judgeTargets(targets, place)),
  row(
    'queue-policy',
    ({ queue }) => queue('queueUrl'),
    (queue, world) => judgeQueuePolicy(queue, 'queue', questions.writerOf(world), world.place),
  ),
  row(
    'dead-letter-policy',
    ({ queue }) => queue('ruleDeadLetterQueueUrl'),
    (queue, world) =>
      judgeQueuePolicy(
        queue,
        'dead-letter queue of the rule',
        questions.writerOf(world),
        world.place,
      ),
  ),
  row(
    'queue-encryption',
    ({ queue }) => queue('queueUrl'),
    (queue, { place }) => judgeQueueEncryption(queue, place),
  ),
  row(
    'undelivered',
    ({ queue }) => queue('ruleDeadLetterQueueUrl'),
    (queue, { place }) => judgeUndelivered(queue, place),
  ),
  row('backlog', ({ queue }) => queue('queueUrl'), judgeBacklog),
  row(
    'dead-letters',
    ({ queue }) => queue('deadLetterQueueUrl'),
    (queue, { place }) => judgeDeadLetters(queue, place),
  ),
  ...rows(
    'function',
    ({ lambda }, field) => lambda(field),
    (value, { place }) => judgeFunction(value, place),
  ),
  row('event-source', questions.eventSources, (all, { place }) => judgeEventSources(all, place)),
  ...rows('errors', questions.errors, (errors, { place }) => judgeErrors(errors, place)),
  ...rows('decode', questions.decodeRight, (right, { place }) => judgeRoleRight(right, place)),
  ...rows('simulate', questions.simulateRight, (right, { place }) =>
    judgeSimulateRight(right, place),
  ),
  row('reader-decode', questions.readerRight, (right, { place }) => judgeReaderRight(right, place)),
  row('subscriptions', questions.subscribed, ({ alerts, others }, { place }) =>
    judgeSubscriptions(alerts, others, place),
  ),
  row('chat', questions.chat, (chat, { place }) => judgeChannels(chat, place)),
  row('chat-guardrail', questions.chat, (chat, { place }) => judgeGuardrails(chat, place)),
  ...FORWARDER_CHECKS.map(({ name, examine: run }) => ({
    name,
    examine: (world: World) => run({ ...world, forwarders: () => elsewhere.homeForwarders(world) }),
  })),
  row('bus-policy', elsewhere.hubBus, (bus, { place }) => judgeBusPolicy(bus, place)),
  row('accounts', elsewhere.readers, judgeAccounts),
  row(
    'version',
    async ({ book }) => fieldOf(book, 'version'),
    (deployed, { version }) => judgeVersion(deployed, version),
  ),
  row('installed', async ({ installed }) => installed, judgeInstalled),
];

/** Runs checks of a home stack. */
export function examine(world: World, table = CHECKS): Promise<readonly Check[]> {
  return examineAll(world, table);
}
