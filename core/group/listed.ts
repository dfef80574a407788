// denial → [group]: which groups a list holds.
import type { GroupRecord, Groups } from './stored';

/** Whether a group is of the state or principal that a list was asked for. */
export function isStill({ group, shown }: GroupRecord, of: Parameters<Groups['seen']>[0]): boolean {
  return 'state' in of ? group.state === of.state : shown.principal === of.principal;
}
