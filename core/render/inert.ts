// explained → [rendered]

/** Control characters, bidirectional overrides, zero-width and line separators: they act instead of being read. */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Writes characters that would act on a terminal or a mail client as visible escapes. */
export function inert(text: string): string {
  return text.replace(ACTING, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}
