// decoded → [explained] → alert
// Which resource types of a launch have which EC2 condition key.
import { AUTHORIZED } from '../needs/authorization';

/** The types that have a key of EC2; a key that is not listed is not known to be bound to a type. */
let typesOfKey: ReadonlyMap<string, readonly string[]> | undefined;

function readTypes(): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>();
  const launched = Object.entries(AUTHORIZED).filter(([action]) => action === 'ec2:RunInstances');
  for (const [type, keys] of launched.flatMap(([, byType]) => Object.entries(byType))) {
    for (const key of keys.map((each) => each.toLowerCase()))
      types.set(key, [...(types.get(key) ?? []), type]);
  }
  return types;
}

/**
 * Whether a resource of this type can have the key at all; true where that is not known.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function mayHaveKey(resourceType: string, key: string): boolean {
  const types = (typesOfKey ??= readTypes()).get(key.toLowerCase());
  return types === undefined || types.includes(resourceType);
}
