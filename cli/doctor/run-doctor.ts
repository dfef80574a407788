// options → [doctor] → checks, legs: what the command asks its pack for.
import { readInstalled } from '../../adapters/doctor/installed';
import type { Connection } from '../../adapters/connection';
import type { Check } from '../../core/doctor/check';
import type { Examined } from '../../core/doctor/report';
import { examine } from './checks';
import { sendTest, type Tested } from './send-test';
import { openWorld } from './world';

/** What the doctor is asked. */
interface DoctorOptions {
  readonly stackName: string;
  readonly connection: Connection;
  /** The version of this command. */
  readonly version: string;
  /** Where packages are looked for. */
  readonly folder: string;
  /** How long a test denial is waited for; null where none is sent. */
  readonly testSeconds: number | null;
}

/** What the doctor found. */
export interface Diagnosis {
  readonly examined: Examined;
  readonly checks: readonly Check[];
  /** Null where no test denial was sent. */
  readonly test: Tested | null;
}

/** Examines a stack; throws what the AWS SDK throws where nothing at all can be asked. */
export async function runDoctor(options: DoctorOptions): Promise<Diagnosis> {
  const { stackName, connection, version, folder, testSeconds: seconds } = options;
  const installed = readInstalled(folder);
  const now = () => new Date();
  const world = await openWorld({ stackName, connection, version, installed, now });
  const checks = await examine(world);
  const clock = { now: () => performance.now(), sleep };
  const test = seconds === null ? null : await sendTest(world, { ...clock, seconds });
  const { place, account } = world;
  return { examined: { stackName, region: place.region, account }, checks, test };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
