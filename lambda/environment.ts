// Reads the function's environment once, at its first invocation.
import { Failure } from '../core/failure';

/** What the stack tells the function. */
export interface Environment {
  readonly tableName: string;
  readonly topicArn: string;
  readonly retentionDays: number;
  /** How often the queue delivers an item before it goes to the dead-letter queue. */
  readonly maxReceives: number;
  /** The account of the stack; the simulator knows its principals alone. */
  readonly account: string;
  /** Whether suggested statements are simulated. */
  readonly simulate: boolean;
  readonly region: string;
}

/** Reads the environment; throws a {@link Failure} that names the variable when one is missing. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const text = (name: string): string => {
    const value = env[name];
    if (value) return value;
    throw new Failure(
      'SETTING_MISSING',
      `environment variable ${name} is ${JSON.stringify(value)}; the stack sets it, deploy it again`,
    );
  };
  const count = (name: string): number => {
    const value = Number(text(name));
    if (Number.isInteger(value) && value > 0) return value;
    throw new Failure(
      'SETTING_MISSING',
      `environment variable ${name} is ${JSON.stringify(env[name])}; a whole number above 0 is allowed`,
    );
  };
  const flag = (name: string): boolean => {
    const value = text(name);
    if (value === 'true' || value === 'false') return value === 'true';
    throw new Failure(
      'SETTING_MISSING',
      `environment variable ${name} is ${JSON.stringify(value)}; true or false is allowed`,
    );
  };
  return {
    tableName: text('TABLE_NAME'),
    topicArn: text('ALERTS_TOPIC_ARN'),
    retentionDays: count('RETENTION_DAYS'),
    maxReceives: count('MAX_RECEIVES'),
    account: text('ACCOUNT_ID'),
    simulate: flag('SIMULATE'),
    region: text('AWS_REGION'),
  };
}
