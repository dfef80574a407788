// world → [checks] → report: each check is one row: what it asks, and how the answer is judged.
import { ask } from '../../adapters/doctor/ask';
import { askTrails } from '../../adapters/doctor/trails';
import { enabledRegions } from '../../adapters/regions';
import { judgeChannels, judgeGuardrails } from '../../core/doctor/chat';
import { type Check, type Finding, notChecked } from '../../core/doctor/check';
import { judgeErrors } from '../../core/doctor/errors';
import { judgeEventSources } from '../../core/doctor/event-source';
import { judgeFunction } from '../../core/doctor/function';
import { judgeQueueEncryption } from '../../core/doctor/queue-encryption';
import { judgeQueuePolicy } from '../../core/doctor/queue-policy';
import { judgeRegions } from '../../core/doctor/regions';
import { judgeReaderRight, judgeRoleRight, judgeSimulateRight } from '../../core/doctor/rights';
import { judgeRule } from '../../core/doctor/rule';
import { brief } from '../../core/doctor/sentence';
import { judgeStack } from '../../core/doctor/stack';
import { judgeSubscriptions } from '../../core/doctor/subscriptions';
import { judgeTargets } from '../../core/doctor/target';
import { judgeTrails } from '../../core/doctor/trail';
import { judgeInstalled, judgeVersion } from '../../core/doctor/versions';
import { judgeBacklog, judgeDeadLetters, judgeUndelivered } from '../../core/doctor/waiting';
import * as questions from './questions';
import { fieldOf, type FunctionField, type World } from './world';

/** A check: its name, and what comes out of it. */
interface Row {
  readonly name: string;
  readonly examine: (world: World) => Promise<readonly Finding[]>;
}

function row<T>(
  name: string,
  asked: (world: World) => Promise<T>,
  judged: (answer: T, world: World) => readonly Finding[],
): Row {
  return { name, examine: async (world) => judged(await asked(world), world) };
}

/** One row for each function: the one behind the queue, and the sweep. */
function rows<T>(
  name: string,
  asked: (world: World, field: FunctionField) => Promise<T>,
  judged: (answer: T, world: World) => readonly Finding[],
): readonly Row[] {
  return [
    row(name, (world) => asked(world, 'functionName'), judged),
    row(`sweep-${name}`, (world) => asked(world, 'sweepFunctionName'), judged),
  ];
}

/** The checks in the order of the way: event, rule, queue, function, alert; then what is around it. */
export const CHECKS: readonly Row[] = [
  row(
    'stack',
    async ({ stack }) => stack,
    (answer, { stackName }) => judgeStack(answer, stackName),
  ),
  row(
    'trail',
    ({ clients, account, place: { region } }) => askTrails(clients, { region, account }),
    (trails, { place }) => judgeTrails(trails, place),
  ),
  row('rule', questions.rule, (rule, { place }) => judgeRule(rule, place)),
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
  row(
    'regions',
    ({ connection }) => ask('account:ListRegions', () => enabledRegions(connection)),
    (enabled, { place }) => judgeRegions(enabled, place),
  ),
  row(
    'version',
    async ({ book }) => fieldOf(book, 'version'),
    (deployed, { version }) => judgeVersion(deployed, version),
  ),
  row('installed', async ({ installed }) => installed, judgeInstalled),
];

/** Runs checks at once; one that ends with an error stops no other. */
export async function examine(world: World, table = CHECKS): Promise<readonly Check[]> {
  const checks = await Promise.all(table.map((each) => examineOne(each, world)));
  return checks.flat();
}

async function examineOne({ name, examine: run }: Row, world: World): Promise<readonly Check[]> {
  const findings = await run(world).catch((error: unknown) => [
    notChecked(`The check ended with an error: ${brief(String(error))}.`, 'Report it as a bug.'),
  ]);
  return findings.map((finding) => ({ name, ...finding }));
}
