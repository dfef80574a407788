// options → [doctor] → checks, legs: what the command asks its pack for.
import type { Connection } from '../../adapters/connection';
import { readInstalled } from '../../adapters/doctor/installed';
import type { Check } from '../../core/doctor/check';
import type { Home } from '../../core/doctor/home';
import type { Examined, Tested } from '../../core/doctor/report';
import { examine } from './checks';
import { MEMBER_CHECKS, openMember } from './member';
import { examineAll } from './row';
import type { From } from './sender';
import { sendTest } from './send-test';
import { openWorld } from './world';

/** A test denial that is to be sent. */
export interface TestWanted {
  readonly seconds: number;
  readonly from: From;
}

/** What the doctor is asked about a home stack. */
interface DoctorOptions {
  readonly stackName: string;
  readonly connection: Connection;
  /** Whose credentials list the accounts of the organization; null for those of the connection. */
  readonly organizationProfile: string | null;
  /** The version of this command. */
  readonly version: string;
  /** Where packages are looked for. */
  readonly folder: string;
  /** Null where no test denial is sent. */
  readonly test: TestWanted | null;
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
  const { folder, test: wanted, ...examination } = options;
  const installed = readInstalled(folder);
  const world = await openWorld({ ...examination, installed, now: () => new Date() });
  const checks = await examine(world);
  const clock = { now: () => performance.now(), sleep };
  const test =
    wanted === null
      ? null
      : await sendTest(world, { ...clock, seconds: wanted.seconds }, wanted.from);
  return { examined: { ...world.home, member: null }, checks, test };
}

/** Examines a member account of a home stack; throws as the other does. */
export async function runMemberDoctor(home: Home, connection: Connection): Promise<Diagnosis> {
  const world = await openMember(home, connection);
  const checks = await examineAll(world, MEMBER_CHECKS);
  return { examined: { ...home, member: world.account }, checks, test: null };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
