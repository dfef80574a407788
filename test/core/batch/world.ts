// Everything that a batch and the sweep need of the world, in memory and with a clock that tests set.
import { memoryGroups } from '../../../adapters/memory-groups';
import type { Alert } from '../../../core/alert/alert';
import type { DigestMessage } from '../../../core/alert/digest';
import { rememberedExplanations } from '../../../core/batch/explanations';
import { type BatchResult, handleBatch } from '../../../core/batch/handle-batch';
import type { BatchPorts, BatchSettings } from '../../../core/batch/ports';
import type { Item } from '../../../core/batch/read-items';
import { sweep, type SweepResult } from '../../../core/batch/sweep';
import { updateGroup } from '../../../core/batch/update-group';
import type { DecodeAnswer } from '../../../core/decoded/answer';
import type { Group } from '../../../core/group/state';
import { type Face, FACES, type GroupRecord, type Groups } from '../../../core/group/stored';
import type { Simulate } from '../../../core/simulate/simulator';
import { at } from '../group/group';
import { DECODED } from './denials';

/** A message that reached people. */
export interface Sent {
  readonly face: Face;
  readonly minute: number;
  readonly alerts: readonly Alert[];
}

/** STS, which answers, or is out of reach. */
export type Sts = (call: number) => DecodeAnswer;

export const ANSWERS: Sts = () => ({ kind: 'decoded', text: DECODED });
export const OUT: Sts = () => ({ kind: 'unavailable', because: 'no-network', cause: null });

/** What happens around a call of the table: it may fail, or wait. */
export type Around = <R>(method: keyof Groups, call: () => Promise<R>, of: string) => Promise<R>;

/** What is different from the ordinary world. */
export interface WorldOptions {
  readonly settings?: Partial<BatchSettings>;
  /** @default - email and event */
  readonly faces?: readonly Face[];
  readonly simulate?: Simulate;
  readonly around?: Around;
  readonly groups?: Groups;
  /** Whether other accounts send, too. */
  readonly isHub?: boolean;
}

const SETTINGS: BatchSettings = {
  ignoredPrincipals: [],
  ignoredActions: [],
  alertsPerMinute: 20,
  digest: null,
  retentionDays: 90,
};

/** The world and its history. */
export class World {
  /** Since the first denial. */
  minute = 0;
  sts = ANSWERS;
  around: Around;
  readonly broken = new Set<Face>();
  readonly sent: Sent[] = [];
  readonly digests: { readonly face: Face; readonly message: DigestMessage }[] = [];
  readonly warnings: string[] = [];
  readonly names = new Map<string, string>();
  readonly calls = { decode: 0, simulate: 0, pause: 0 };
  readonly stored: Groups;
  readonly ports: BatchPorts;
  private explanationFor;

  constructor({ settings, faces = ['email', 'event'], ...more }: WorldOptions = {}) {
    this.around = more.around ?? ((_method, call) => call());
    this.stored = more.groups ?? memoryGroups();
    const { simulate } = more;
    this.ports = {
      account: '111122223333',
      ...(more.isHub ? { hubAccount: '111122223333' } : {}),
      decode: async () => this.sts((this.calls.decode += 1)),
      simulate: simulate === undefined ? null : (query) => this.simulated(simulate, query),
      groups: through(this.stored, (...call) => this.around(...call)),
      accountName: async (account) => this.names.get(account) ?? null,
      senders: Object.fromEntries(
        FACES.filter((face) => faces.includes(face)).map((face) => [face, this.senderOf(face)]),
      ),
      settings: { ...SETTINGS, ...settings },
      now: () => at(this.minute),
      warn: (message) => void this.warnings.push(message),
      pause: async () => void (this.calls.pause += 1),
    };
    this.explanationFor = rememberedExplanations(this.ports);
  }

  handle(items: readonly Item[]): Promise<BatchResult> {
    return handleBatch(items, this.ports, this.explanationFor);
  }

  sweep(): Promise<SweepResult> {
    return sweep(this.ports);
  }

  /** Lets the minutes pass, with a sweep every five. */
  async pass(minutes: number): Promise<void> {
    for (const end = this.minute + minutes; this.minute < end;) {
      this.minute += 5;
      await this.sweep();
    }
  }

  /** A function begins anew, with nothing in its memory. */
  forget(): void {
    this.explanationFor = rememberedExplanations(this.ports);
  }

  /** Somebody acts on each group. */
  async act(change: (group: Group) => Group): Promise<void> {
    for (const { group } of await this.records())
      await updateGroup(this.stored, group.fingerprint, (record) =>
        record === null ? null : { ...record, group: change(record.group) },
      );
  }

  async records(): Promise<readonly GroupRecord[]> {
    return (await this.stored.list()).items.map(({ record }) => record);
  }

  /** The only group. */
  async record(): Promise<GroupRecord> {
    const [record, ...others] = await this.records();
    if (record === undefined || others.length > 0) throw new Error(`${others.length} more groups`);
    return record;
  }

  /** The messages of a face. */
  sentBy(face: Face = 'email'): readonly Sent[] {
    return this.sent.filter((message) => message.face === face);
  }

  /** The alerts of a face, each or folded, as `new 1+0`: kind, denials, and of them held back. */
  told(face: Face = 'email'): readonly string[] {
    return this.sentBy(face).flatMap(({ alerts }) =>
      alerts.map(({ kind, count, heldBack }) => `${kind} ${count}+${heldBack}`),
    );
  }

  private senderOf(face: Face): BatchPorts['senders'][Face] {
    const refuse = () => {
      if (this.broken.has(face)) throw new Error(`${face} is out of reach`);
    };
    return {
      alerts: async (alerts) => {
        refuse();
        this.sent.push({ face, minute: this.minute, alerts });
      },
      ...(face === 'email' || face === 'chat'
        ? {
            digest: async (message: DigestMessage) => {
              refuse();
              this.digests.push({ face, message });
            },
          }
        : {}),
    };
  }

  private simulated(simulate: Simulate, query: Parameters<Simulate>[0]): ReturnType<Simulate> {
    this.calls.simulate += 1;
    return simulate(query);
  }
}

/** How many denials an alert tells of. */
export function toldBy({ kind, heldBack }: Alert): number {
  return heldBack + (kind === 'repeated' ? 0 : 1);
}

/** Takes every call of the table through something else; `of` is its first argument. */
function through(groups: Groups, around: Around): Groups {
  const wrap =
    <A extends readonly unknown[], R>(
      method: keyof Groups,
      call: (...given: A) => Promise<R>,
    ): ((...given: A) => Promise<R>) =>
    (...given) =>
      around(method, () => call(...given), keyIn(given[0]));
  return {
    read: wrap('read', groups.read),
    write: wrap('write', groups.write),
    addOccurrences: wrap('addOccurrences', groups.addOccurrences),
    countOccurrences: wrap('countOccurrences', groups.countOccurrences),
    occurrences: wrap('occurrences', groups.occurrences),
    readExplanation: wrap('readExplanation', groups.readExplanation),
    writeExplanation: wrap('writeExplanation', groups.writeExplanation),
    due: wrap('due', groups.due),
    list: wrap('list', groups.list),
    named: wrap('named', groups.named),
    seen: wrap('seen', groups.seen),
    counts: wrap('counts', groups.counts),
    addToHour: wrap('addToHour', groups.addToHour),
    hours: wrap('hours', groups.hours),
    takeFromBudget: wrap('takeFromBudget', groups.takeFromBudget),
    lastDigest: wrap('lastDigest', groups.lastDigest),
    noteDigest: wrap('noteDigest', groups.noteDigest),
    accountNames: wrap('accountNames', groups.accountNames),
    writeAccountNames: wrap('writeAccountNames', groups.writeAccountNames),
  };
}

/** A fingerprint, whether it is given itself or within a record. */
function keyIn(given: unknown): string {
  return typeof given === 'string' ? given : JSON.stringify(given ?? '');
}
