// Boxes, quote marks and container names that a tool draws in front of and behind every line.

/** `│ `, `| `, `> `, and `web_1  | ` of docker compose. */
const BEFORE =
  /^(?:[\w.-]{1,60}[_-]\d{1,3}[ \t]{1,20}\|[ \t]|[ \t]{0,40}(?:[│┃║▌▏╷╵╎]|\|(?!\|)|>{1,9})[ \t]?)+/;
const BEHIND = new Set('│┃║▐▕| ');
const BORDER = /^[ \t╭╮╰╯┌┐└┘├┤┬┴┼─━═╔╗╚╝╠╣╷╵│┃║+|-]{1,1000}$/;
const CORNER = /[╭╮╰╯┌┐└┘├┤─━═╔╗╚╝╷╵]/;

/** Takes the box away around each line. */
export function withoutBoxes(text: string): string {
  return /[│┃║|>▌▏╎╷╵─━═]/.test(text) ? text.split('\n').map(unboxed).join('\n') : text;
}

function unboxed(line: string): string {
  if (CORNER.test(line) && BORDER.test(line)) return '';
  const start = BEFORE.exec(line)?.[0];
  return start === undefined ? line : withoutEdge(line.slice(start.length).trimEnd());
}

function withoutEdge(line: string): string {
  let end = line.length;
  while (BEHIND.has(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end).trimEnd();
}
