// What must become of groups, by the rules of core/group alone and one thing after another.
import type { Face, GroupRecord } from '../../../core/group/stored';
import { sendAfter, waitsUntil } from '../../../core/group/waits';
import { onAlertSent, onDenials, onRecount, onSweep } from '../../../core/group/rules';
import type { Group, GroupAlert } from '../../../core/group/state';
import { hasCome, minutesAfter } from '../../../core/group/time';
import { at, SETTINGS } from '../group/group';

/** A denial that comes with a batch. */
export interface Come {
  readonly id: string;
  readonly role: string;
  readonly minute: number;
}

/** A group as far as the rules decide about it. */
type Known = Pick<GroupRecord, 'group' | 'sending' | 'countedAt' | 'recountAfter' | 'refineAfter'>;

const SHOWN = {
  account: '',
  principal: '',
  action: null,
  summary: '',
  reasonCode: '',
  regions: [],
  sessions: [],
  shapes: [],
  resource: null,
  messageStatus: 'absent' as const,
  days: [],
};

export const FINGERPRINT = (role: string) =>
  `v1:111122223333:role/${role}:iam:PassRole:role/web-profile:implicit-deny:identity-based:-`;

/** Groups by role, the events of each, and what each face was told. */
export class Model {
  minute = 0;
  readonly broken = new Set<Face>();
  readonly groups = new Map<string, Known>();
  readonly events = new Map<string, Set<string>>();
  readonly told: {
    readonly face: Face;
    readonly fingerprint: string;
    readonly alert: GroupAlert;
  }[] = [];

  private readonly faces;

  constructor(faces: readonly Face[]) {
    this.faces = faces;
  }

  handle(come: readonly Come[]): void {
    for (const role of new Set(come.map((one) => one.role))) {
      const own = new Map(come.filter((one) => one.role === role).map((one) => [one.id, one]));
      this.count(role, [...own.values()]);
    }
  }

  sweep(): void {
    const now = at(this.minute);
    for (const [role, known] of this.groups) {
      const until = waitsUntil({ ...known, shown: SHOWN });
      if (until === null || !hasCome(until, now)) continue;
      const exact = this.recounted(role, known);
      const { group } = onSweep(exact.group, now);
      const looked = group === exact.group ? exact : { ...exact, group, sending: null };
      this.groups.set(role, looked);
      const due = sendAfter({ ...looked, shown: SHOWN });
      if (group.pending === null || due === null || !hasCome(due, now)) continue;
      const sentTo = looked.sending?.sentTo ?? [];
      this.send(role, { ...looked, sending: { triedAt: now, sentTo } });
    }
  }

  act(change: (group: Group) => Group): void {
    for (const [role, known] of this.groups)
      this.groups.set(role, { ...known, group: change(known.group) });
  }

  private count(role: string, own: readonly Come[]): void {
    const now = at(this.minute);
    const before = this.groups.get(role);
    const minutes = own.map(({ minute }) => minute);
    const batch = {
      fingerprint: FINGERPRINT(role),
      principals: [`role/${role}`],
      action: 'iam:PassRole',
      n: own.length,
      firstSeen: at(Math.min(...minutes)),
      lastSeen: at(Math.max(...minutes)),
    };
    const { group, alert } = onDenials(before?.group ?? null, batch, SETTINGS, now);
    const events = this.events.get(role) ?? new Set();
    for (const { id, minute } of own) events.add(`${minute} ${id}`);
    this.events.set(role, events);
    const known: Known = {
      group,
      sending: alert === null ? (before?.sending ?? null) : { triedAt: now, sentTo: [] },
      countedAt: now,
      recountAfter: before?.recountAfter ?? minutesAfter(now, 30),
      refineAfter: null,
    };
    this.groups.set(role, known);
    if (alert !== null) this.send(role, known);
  }

  private recounted(role: string, known: Known): Known {
    const now = at(this.minute);
    if (known.recountAfter === null || !hasCome(known.recountAfter, now)) return known;
    if (!hasCome(minutesAfter(known.countedAt, 4), now))
      return { ...known, recountAfter: minutesAfter(now, 10) };
    const group = onRecount(known.group, this.events.get(role)?.size ?? 0);
    return { ...known, group, recountAfter: null };
  }

  private send(role: string, known: Known): void {
    const { group, sending } = known;
    const alert = group.pending;
    if (alert === null || sending === null) return;
    for (const face of this.faces)
      if (!this.broken.has(face) && !sending.sentTo.includes(face))
        this.told.push({ face, fingerprint: group.fingerprint, alert });
    const sentTo = this.faces.filter(
      (face) => !this.broken.has(face) || sending.sentTo.includes(face),
    );
    const isOver = sentTo.length === this.faces.length;
    this.groups.set(role, {
      ...known,
      group: isOver ? onAlertSent(group, alert, at(this.minute)) : group,
      sending: isOver ? null : { ...sending, sentTo },
    });
  }
}
