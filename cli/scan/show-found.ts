// found → [output]: what becomes of what was found.
import { writeFileSync } from 'node:fs';
import { fixesFor } from '../../core/forms/fixes';
import { minutesAfter } from '../../core/group/time';
import { inert } from '../../core/render/inert';
import { plainText } from '../../core/render/plain-text';
import type { Target } from '../groups/connection';
import { failureWords } from '../groups/failure-words';
import { STATUS } from '../groups/outcome';
import { print, stdout } from '../output';
import { serveDashboard } from '../serve-dashboard';
import { terminalOf } from '../terminal';
import { foundCsv, foundData } from './data';
import type { Found } from './found';
import { htmlPage } from './html-page';
import { failed, note } from './note';
import type { Output } from './output-options';
import type { LoadPart } from '../aws-parts';
import { foundSections } from './table';
import { WORDS } from './words';

/** Shows what was found; resolves to the exit status. */
export async function show(
  found: Found,
  output: Output,
  target: Target,
  load: LoadPart,
): Promise<number> {
  switch (output.kind) {
    case 'table':
      print(plainText(foundSections(found), terminalOf(stdout(), process.env)));
      return STATUS.done;
    case 'json':
      print(jsonOf(found));
      return STATUS.done;
    case 'csv':
      print(foundCsv(found));
      return STATUS.done;
    case 'html':
      return written(output.path, await htmlPage(found));
    case 'fix': {
      const { texts, notes } = fixesFor(found.explanations, output);
      if (texts.length > 0) print(texts.join('\n'));
      notes.forEach(note);
      return STATUS.done;
    }
    case 'dashboard':
      return serveDashboard(load('clients').startDashboard, {
        groups: found.groups,
        script: load('clients').dashboardScript,
        caller: () => Promise.resolve('reader of the scan'),
        source: `${found.source}; changes are not kept`,
        isPast: true,
        ...timeOf(found),
        failureWords: (error) => failureWords(error, target),
      });
  }
}

/** The dashboard looks back from the present at most; what is older is looked at from its end. */
function timeOf({ seen, now }: Found): { readonly now?: () => string } {
  const isOld = seen !== null && seen.to < minutesAfter(now, -OLD_DAYS * DAY_MINUTES);
  return isOld ? { now: () => minutesAfter(seen.to, 1) } : {};
}

const [OLD_DAYS, DAY_MINUTES] = [7, 24 * 60];

function written(path: string, text: string): number {
  try {
    writeFileSync(path, text);
    note(WORDS.wrote(path));
    return STATUS.done;
  } catch (error) {
    return failed(
      `${path} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What might act on a terminal is escaped, which changes nothing of the data. */
function jsonOf(found: Found): string {
  const lines = JSON.stringify({ schemaVersion: 1, ...foundData(found) }, null, 2).split('\n');
  return `${lines.map(inert).join('\n')}\n`;
}
