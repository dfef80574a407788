// stylesheet, script → [files]: what a page loads, under names that change with their content.
import { createHash } from 'node:crypto';
import { STYLE } from '../core/render/html/style';

/** What pages load. */
export interface Assets {
  readonly stylePath: string;
  readonly scriptPath: string;
  /** Content and type by path. */
  readonly files: ReadonlyMap<string, { readonly type: string; readonly content: string }>;
}

/** Names the stylesheet and the browser script by their content. */
export function assetsOf(script: string): Assets {
  const stylePath = `/style.${hashOf(STYLE)}.css`;
  const scriptPath = `/script.${hashOf(script)}.js`;
  return {
    stylePath,
    scriptPath,
    files: new Map([
      [stylePath, { type: 'text/css; charset=utf-8', content: STYLE }],
      [scriptPath, { type: 'text/javascript; charset=utf-8', content: script }],
    ]),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
