// What the command does with a pasted text, without asking STS.
import { explain } from '../../core/explain/explain';
import { matchesGlob } from '../../core/glob';
import { evidenceOf } from '../../core/text/evidence';
import { findDenials } from '../../core/text/find-denials';

/** Explains every denial in a text; gives their number. */
export function explainText(text: string): number {
  return findDenials(text).map((finding) => explain(evidenceOf(finding))).length;
}

/** The pattern that hangs a naive matcher: 21 stars on 256 characters. */
export function matchStars(): boolean {
  return matchesGlob(`${'*a'.repeat(21)}b`, 'a'.repeat(256));
}
