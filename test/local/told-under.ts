// calls → fault → [messages]: how often each face is told of one alert.
import type { Face } from '../../core/group/stored';
import type { Local } from '../../local/start-local';
import type { AwsCall } from '../../local/wire/endpoint';
import type { Point } from './fault-points';

/** The faces of a stack with chat and without text messages. */
export type PlayedFace = Exclude<Face, 'sms'>;

/** How often each of them was told. */
export type Told = Readonly<Record<PlayedFace, number>>;

/** A call that tells a face. */
export interface Sent {
  readonly index: number;
  readonly face: PlayedFace;
}

/** The calls that tell faces, in order. */
export function sendsIn(
  calls: readonly AwsCall[],
  { function: { environment } }: Pick<Local, 'function'>,
): readonly Sent[] {
  const topics = [
    ['email', environment['ALERTS_TOPIC_ARN']],
    ['chat', environment['CHAT_TOPIC_ARN']],
  ] as const;
  return calls.flatMap(({ action, resource }, index): readonly Sent[] => {
    if (action === 'events:PutEvents') return [{ index, face: 'event' }];
    const [face] = topics.find(([, arn]) => action === 'sns:Publish' && resource === arn) ?? [];
    return face === undefined ? [] : [{ index, face }];
  });
}

/**
 * Each face is told once, and twice where its message left and nobody could note that: the process died
 * between, the note was refused, or the answer was lost and the client tried again.
 */
export function toldUnder(point: Point, sends: readonly Sent[]): Told {
  const noted = Math.max(...sends.map(({ index }) => index)) + 1;
  const times = ({ index }: Sent): number => (isTwice(point, index, noted) ? 2 : 1);
  const of = (face: PlayedFace): number =>
    sends.filter((sent) => sent.face === face).reduce((sum, sent) => sum + times(sent), 0);
  return { email: of('email'), chat: of('chat'), event: of('event') };
}

function isTwice({ index: at, fault }: Point, sent: number, noted: number): boolean {
  switch (fault) {
    case 'answer-lost':
      return at === sent;
    case 'killed-before':
      return sent < at && at <= noted;
    case 'killed-after':
      return sent <= at && at < noted;
    default:
      return at === noted;
  }
}
