// options → [statements, or a source] → printed, or found: the denied launches of logs that Athena reads.
import { denialsQuery } from '../../core/athena/denials-query';
import { readTarget } from '../groups/connection';
import { STATUS } from '../groups/outcome';
import type { LoadPart } from '../aws-parts';
import { print } from '../output';
import { note } from '../scan/note';
import type { Chosen } from '../scan/output-options';
import { runSource } from '../scan/run-source';
import { type Plan, readPlan } from './read-plan';
import { WORDS } from './words';

/** Runs the command; resolves to its exit status. */
export async function athena(
  words: readonly string[],
  chosen: Chosen,
  load: LoadPart,
): Promise<number> {
  const now = new Date().toISOString();
  const plan = readPlan(words, chosen, now);
  if (plan.kind === 'misused') return misused(plan.why);
  if (chosen['run'] === true) return ran(plan, chosen, load, now);
  print(statementsOf(plan, chosen));
  return STATUS.done;
}

function statementsOf({ tableStatement, asked }: Plan, chosen: Chosen): string {
  const query = `${denialsQuery(asked)};\n`;
  const table = tableStatement === null ? null : `${tableStatement};\n`;
  if (chosen['ddl'] === true && table !== null) return table;
  if (chosen['query'] === true) return query;
  return table === null
    ? `${WORDS.query}\n${query}`
    : `${WORDS.table}\n${table}\n${WORDS.query}\n${query}`;
}

async function ran(plan: Plan, chosen: Chosen, load: LoadPart, now: string): Promise<number> {
  const { asked, location, workgroup, outputLocation } = plan;
  // Local mode has no Athena; its table may still record what is found.
  const target = readTarget({ ...chosen, local: undefined }, process.env);
  if (target.kind === 'misused') return misused(target.why);
  const source = load('history').athenaQuery({
    asked,
    location,
    tableStatement: chosen['create-table'] === true ? plan.tableStatement : null,
    workgroup,
    outputLocation,
    connection: target.connection,
  });
  const label = WORDS.label(asked.name);
  return runSource('athena', source, chosen, load, { label, range: asked.range, now });
}

function misused(why: string): number {
  note(`${why}; see launch-denied athena --help`);
  return STATUS.misused;
}
