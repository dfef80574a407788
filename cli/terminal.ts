// explained → [rendered] for a terminal
import { styleText } from 'node:util';
import type { Paint } from '../core/render/plain-text';

/** Where output goes, and what its reader can see. */
export interface Terminal {
  readonly paint: Paint;
  /** Characters in a line of prose. */
  readonly width: number;
}

const STYLES = { lead: 'bold', title: 'bold', label: 'dim', code: 'cyan' } as const;
const NARROWEST = 40;
const WIDEST = 100;

/**
 * Describes the terminal behind a stream: colours only where a person looks and `NO_COLOR` is not
 * set, lines no wider than reads well.
 * @see https://no-color.org
 */
export function terminalOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const hasColours = stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return {
    paint: (role, text) =>
      hasColours ? styleText(STYLES[role], text, { validateStream: false }) : text,
    width: Math.min(Math.max(stream.columns ?? 80, NARROWEST), WIDEST),
  };
}
