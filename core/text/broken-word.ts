// Whether a line end stands inside a word of a denial.

/** The words of the sentences that AWS writes. */
const WORDS: ReadonlySet<string> = new Set(
  `authorized authorization operation perform resource encoded failure message because explicit
  identity-based resource-based boundary policy permissions service control session endpoint allows
  action calling unauthorizedoperation accessdenied runinstances user`.split(/\s+/),
);

/** What stands behind an ARN in a sentence. */
const BEHIND_ARN =
  /^(?:is not authorized|on resource|because no|with an explicit|encoded authorization|status code|go to http)/i;

/** Whether the last word of the line and the first word of the next are one. */
export function isBrokenWord(line: string, next: string): boolean {
  const head = lastWord(line);
  const tail = next.slice(0, next.search(/\s|$/));
  if (head.includes('arn:')) return isBrokenArn(next, tail);
  const joined = plain(head + tail);
  return WORDS.has(joined) && !WORDS.has(plain(head)) && !WORDS.has(plain(tail));
}

function lastWord(line: string): string {
  return line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t')) + 1);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/^["'`(<]{1,3}|["'`)>.,:;]{1,3}$/g, '');
}

/** The ARN goes on where the words that follow an ARN come only behind the next line's first word. */
function isBrokenArn(next: string, tail: string): boolean {
  if (BEHIND_ARN.test(next)) return false;
  const rest = next.slice(tail.length).trimStart();
  return BEHIND_ARN.test(rest);
}
