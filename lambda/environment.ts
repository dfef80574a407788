// Reads the functions' environment once, at their first invocation.
import * as v from 'valibot';
import { PRIVACIES } from '../core/alert/alert';
import { Failure } from '../core/failure';

/** The variables that the stack sets, each with its shape and what is allowed. */
const VARIABLES = {
  TABLE_NAME: [text(), 'a text'],
  ALERTS_TOPIC_ARN: [text(), 'a text'],
  CHAT_TOPIC_ARN: [optionalText(), 'a text, or nothing'],
  SMS_TOPIC_ARN: [optionalText(), 'a text, or nothing'],
  RETENTION_DAYS: [count(), 'a whole number above 0'],
  ACCOUNT_ID: [text(), 'a text'],
  SIMULATE: [flag(), 'true or false'],
  ALERTS_PER_MINUTE: [count(), 'a whole number above 0'],
  IGNORED_PRINCIPALS: [texts(), 'a JSON list of texts'],
  IGNORED_ACTIONS: [texts(), 'a JSON list of texts'],
  DIGEST: [digest(), 'off, or JSON such as {"hour":8,"timeZone":"UTC"}'],
  PRIVACY: [v.picklist(PRIVACIES), PRIVACIES.join(' or ')],
  READER_ROLE_NAME: [optionalText(), 'a text, or nothing'],
  ACCOUNT_NAMES: [names(), 'JSON such as {"444455556666":"payments"}, or nothing'],
  DASHBOARD_STACK: [optionalText(), 'a text, or nothing'],
  AWS_REGION: [text(), 'a text'],
} as const;

/** What the stack tells the functions. */
export type Environment = ReturnType<typeof readEnvironment>;

/** Reads the environment; throws a {@link Failure} that names each variable that is missing or wrong. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>) {
  const faults: string[] = [];
  const read = variablesIn(env, faults);
  const environment = {
    tableName: read('TABLE_NAME'),
    topics: {
      alerts: read('ALERTS_TOPIC_ARN'),
      chat: read('CHAT_TOPIC_ARN'),
      sms: read('SMS_TOPIC_ARN'),
    },
    /** The account of the stack, whose own denials need no role to be read. */
    account: read('ACCOUNT_ID'),
    /** The role by which denials of member accounts are read; null where there are none. */
    readerRoleName: read('READER_ROLE_NAME'),
    /** Whether suggested statements are simulated. */
    simulate: read('SIMULATE'),
    privacy: read('PRIVACY'),
    /** What people call accounts, as far as the settings say it. */
    accountNames: read('ACCOUNT_NAMES'),
    /** The stack whose dashboard is linked to; its name is that of the stack and the Region. */
    dashboardStack: read('DASHBOARD_STACK'),
    region: read('AWS_REGION'),
    settings: {
      retentionDays: read('RETENTION_DAYS'),
      alertsPerMinute: read('ALERTS_PER_MINUTE'),
      ignoredPrincipals: read('IGNORED_PRINCIPALS'),
      ignoredActions: read('IGNORED_ACTIONS'),
      digest: read('DIGEST'),
    },
  };
  if (faults.length === 0) return environment;
  throw new Failure(
    'SETTING_MISSING',
    `environment variables that the stack sets are missing or wrong, deploy it again: ${faults.join('; ')}`,
  );
}

/** Makes what reads one variable, and notes what is wrong with it. */
function variablesIn(env: Readonly<Record<string, string | undefined>>, faults: string[]) {
  return <Name extends keyof typeof VARIABLES>(
    name: Name,
  ): v.InferOutput<(typeof VARIABLES)[Name][0]> => {
    const [shape, allowed] = VARIABLES[name];
    const parsed = v.safeParse(shape, env[name]);
    if (!parsed.success)
      faults.push(`${name} is ${JSON.stringify(env[name])}; allowed is ${allowed}`);
    return parsed.output as v.InferOutput<(typeof VARIABLES)[Name][0]>;
  };
}

function text() {
  return v.pipe(v.string(), v.nonEmpty());
}

function optionalText() {
  return v.optional(v.nullable(text()), null);
}

function count() {
  return v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1));
}

function flag() {
  return v.pipe(
    v.picklist(['true', 'false']),
    v.transform((value) => value === 'true'),
  );
}

function texts() {
  return v.pipe(v.string(), v.parseJson(), v.array(v.string()), v.readonly());
}

/** What is odd in a name is escaped where it is shown, and no reason to stop a function. */
function names() {
  const account = v.pipe(v.string(), v.regex(/^\d{12}$/));
  const name = v.pipe(v.string(), v.regex(/^[^]{1,64}$/u));
  const all = v.pipe(v.string(), v.parseJson(), v.record(account, name));
  return v.pipe(
    v.optional(all, '{}'),
    v.transform((given) => new Map(Object.entries(given))),
  );
}

function digest() {
  const setting = v.object({
    hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
    timeZone: v.string(),
  });
  return v.union([
    v.pipe(
      v.literal('off'),
      v.transform(() => null),
    ),
    v.pipe(v.string(), v.parseJson(), setting, v.readonly()),
  ]);
}
