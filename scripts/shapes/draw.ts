// [picture] of boxes and arrows as SVG, in the colours of a theme; it holds no script and loads nothing.

/** Where a page is read. */
export type Theme = 'light' | 'dark';

/** A rectangle with words: a group lies around others, a stage does something, a role is assumed. */
export interface Box {
  readonly kind: 'group' | 'stage' | 'role';
  readonly at: readonly [x: number, y: number];
  readonly size: readonly [width: number, height: number];
  readonly title: string;
  /** A second, quieter line. @default - none */
  readonly note?: string;
}

/** A line with a head, through points. */
interface Arrow {
  readonly through: readonly (readonly [x: number, y: number])[];
  /** @default - no words */
  readonly label?: { readonly text: string; readonly at: readonly [x: number, y: number] };
  /** Whether it is a request for something, and not an event on its way. @default false */
  readonly isRequest?: boolean;
}

/** A picture. */
export interface Picture {
  readonly size: readonly [width: number, height: number];
  /** What it shows, for those who do not see it. */
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** The colours of the dashboard. @see core/render/html/style/tokens.ts */
const COLOURS = {
  light: {
    ground: '#ffffff',
    group: '#f6f7f9',
    line: '#8c8c94',
    ink: '#0f141a',
    faint: '#565d68',
    stage: '#e8f1fc',
    role: '#e6f4ea',
    arrow: '#0057b8',
    request: '#1b6e3c',
  },
  dark: {
    ground: '#0f141a',
    group: '#161d26',
    line: '#5f6b7a',
    ink: '#e3e6ea',
    faint: '#a4adb9',
    stage: '#12283f',
    role: '#12301c',
    arrow: '#6cb6ff',
    request: '#6fd08c',
  },
} as const satisfies Record<Theme, Readonly<Record<string, string>>>;

type Colours = (typeof COLOURS)[Theme];

/** Draws a picture. */
export function draw({ size, title, boxes, arrows }: Picture, theme: Theme): string {
  const colours = COLOURS[theme];
  const [width, height] = size;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="'Helvetica Neue', 'Segoe UI', Roboto, Arial, sans-serif">
<title>${title}</title>
<defs>${head('event', colours.arrow)}${head('request', colours.request)}</defs>
<rect width="${width}" height="${height}" rx="8" fill="${colours.ground}"/>
${[...boxes.map((box) => boxOf(box, colours)), ...arrows.map((arrow) => arrowOf(arrow, colours))].join('\n')}
</svg>
`;
}

function head(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="${colour}"/></marker>`;
}

function boxOf({ kind, at: [x, y], size: [width, height], title, note }: Box, colours: Colours) {
  const isGroup = kind === 'group';
  const dash = isGroup ? ' stroke-dasharray="4 4"' : '';
  const rect = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${colours[kind]}" stroke="${colours.line}"${dash}/>`;
  if (isGroup)
    return `${rect}<text x="${x + 12}" y="${y + 20}" font-size="13" fill="${colours.faint}">${title}</text>`;
  const middle = x + width / 2;
  const first = y + height / 2 + (note === undefined ? 5 : -3);
  const second =
    note === undefined
      ? ''
      : `<text x="${middle}" y="${first + 17}" text-anchor="middle" font-size="11.5" fill="${colours.faint}">${note}</text>`;
  return `${rect}<text x="${middle}" y="${first}" text-anchor="middle" font-size="13" font-weight="600" fill="${colours.ink}">${title}</text>${second}`;
}

function arrowOf({ through, label, isRequest = false }: Arrow, colours: Colours): string {
  const points = through.map((point) => point.join(' ')).join(' ');
  const colour = isRequest ? colours.request : colours.arrow;
  const dash = isRequest ? ' stroke-dasharray="5 4"' : '';
  const line = `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.6"${dash} marker-end="url(#${isRequest ? 'request' : 'event'})"/>`;
  if (label === undefined) return line;
  const [x, y] = label.at;
  return `${line}<text x="${x}" y="${y}" font-size="11.5" fill="${colours.faint}">${label.text}</text>`;
}
