// explained → [rendered]: sections as plain text, for e-mail and terminal.
import { inert } from './inert';
import type { Row, Section } from './section';
import { wrap } from './wrap';

/** What a piece of text is, for a face that has colours. */
export type Paint = (role: 'lead' | 'title' | 'label' | 'code', text: string) => string;

/** How the text is laid out. */
export interface PlainTextOptions {
  /** Characters in a line of prose; longer words stay whole. */
  readonly width: number;
  /** @default - no colours */
  readonly paint?: Paint;
}

/** Lays sections out as text; what comes from an event cannot act on the reader's screen. */
export function plainText(sections: readonly Section[], options: PlainTextOptions): string {
  const { width, paint = (_role, text) => text } = options;
  const blocks = sections.map((section) => linesOf(section, width, paint).join('\n'));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function linesOf(section: Section, width: number, paint: Paint): readonly string[] {
  switch (section.kind) {
    case 'lead':
      return wrapped(section.text, width).map((line) => paint('lead', line));
    case 'facts':
      return [
        ...(section.title === undefined ? [] : [paint('title', section.title)]),
        ...factLines(section.rows, paint),
      ];
    case 'prose':
      return [paint('title', section.title), ...wrapped(section.text, width).filter(Boolean)];
    case 'steps':
      return [
        paint('title', section.title),
        ...section.items.flatMap((item, index) => wrapped(`${index + 1}. ${item}`, width, '   ')),
      ];
    case 'list':
      if (section.items.length === 0) return [];
      return [
        paint('title', section.title),
        ...section.items.flatMap((item) => wrapped(`- ${item}`, width, '  ')),
      ];
    case 'code':
      return section.text.split('\n').map((line) => paint('code', inert(line)));
  }
}

function wrapped(text: string, width: number, indent?: string): readonly string[] {
  return wrap(inert(text), width, indent);
}

function factLines(rows: readonly Row[], paint: Paint): readonly string[] {
  const given = rows.flatMap(([label, value]) => (value ? [[`${label}:`, value] as const] : []));
  const width = Math.max(...given.map(([label]) => label.length));
  return given.map(([label, value]) => `${paint('label', label.padEnd(width))} ${inert(value)}`);
}
