// found → [rendered]: causes for people.
import { groupCode } from '../../core/alert/group-name';
import { timeWords } from '../../core/alert/words';
import { denials } from '../../core/group/sentences';
import type { Section } from '../../core/render/section';
import type { Found, FoundCause } from './found';
import { foundWords, WORDS } from './words';

/** Lays out what was found, a cause in two lines. */
export function foundSections(found: Found): readonly Section[] {
  const { causes, now } = found;
  return [
    { kind: 'lead', text: foundWords(found) },
    ...causes.map((cause) => sectionOf(cause, now)),
    causes.length === 0
      ? { kind: 'list', title: '', items: [] }
      : { kind: 'prose', title: 'More', text: WORDS.more },
  ];
}

/** The first line holds nothing that an event says but times and Regions. */
function sectionOf({ record: { group, shown } }: FoundCause, now: string): Section {
  const last = `${group.count === 1 ? '' : 'last '}${timeWords(group.lastSeen, now)}`;
  const facts = [denials(group.count), last, shown.regions.join(', ')].filter((one) => one !== '');
  return {
    kind: 'prose',
    title: `${facts.join(', ')}  ${groupCode(group.fingerprint)}`,
    text: shown.summary,
  };
}
