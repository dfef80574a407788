// world → [row] → report: a check is one row: what it asks, and how the answer is judged.
import { type Check, type Finding, notChecked } from '../../core/doctor/check';
import { brief } from '../../core/doctor/sentence';

/** A check: its name, and what comes out of it. */
export interface Row<World> {
  readonly name: string;
  readonly examine: (world: World) => Promise<readonly Finding[]>;
}

/** Makes a row. */
export function row<World, T>(
  name: string,
  asked: (world: World) => Promise<T>,
  judged: (answer: T, world: World) => readonly Finding[],
): Row<World> {
  return { name, examine: async (world) => judged(await asked(world), world) };
}

/** Runs checks at once; one that ends with an error stops no other. */
export async function examineAll<World>(
  world: World,
  table: readonly Row<World>[],
): Promise<readonly Check[]> {
  const checks = await Promise.all(table.map((each) => examineOne(each, world)));
  return checks.flat();
}

async function examineOne<World>(
  { name, examine: run }: Row<World>,
  world: World,
): Promise<readonly Check[]> {
  const findings = await run(world).catch((error: unknown) => [
    notChecked(`The check ended with an error: ${brief(String(error))}.`, 'Report it as a bug.'),
  ]);
  return findings.map((finding) => ({ name, ...finding }));
}
