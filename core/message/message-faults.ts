// What shows, without asking STS, that an encoded message cannot be decoded.

/** The shortest real message known has about 400 characters; what is shorter was abbreviated. */
const SHORTEST = 200;
/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
const LONGEST = 10_240;

const FAULTS: readonly ((text: string, behind: string) => boolean)[] = [
  // A character that is foreign to the alphabet, or stars over a part.
  (_text, behind) => /^(?:[+/=%~#$@^&]|\.\w|\*{1,2}\w|\*{3})/.test(behind),
  ({ length }) => length < SHORTEST || length > LONGEST,
  // Base64 never ends after the first character of four.
  ({ length }) => length % 4 === 1,
  // So many characters always hold letters of both cases.
  (text) => !/[a-z]/.test(text) || !/[A-Z]/.test(text),
];

/** Whether STS would refuse the message, whatever it says. */
export function isFaulty(text: string, behind: string): boolean {
  return FAULTS.some((applies) => applies(text, behind));
}

/** Words and patterns that people write in place of a message. */
const PLACEHOLDER = /(.)\1{7}|^(.)\2{2,7}$|EXAMPLE|abcdefgh|12345678|redacted|removed/i;
/** `<ENCODED MESSAGE>`, `[message]`, `****`, `$MESSAGE`, `%s`; but not `</Message>` or `(Service: …`. */
const BRACKETED =
  /^(?:<[^\s/!<>][^<>:]{0,80}>|\[[^[\]:]{1,80}\]|\{[^{}:]{1,80}\}|\([^():]{1,80}\)|\*{3}|[$%]\w)/;

/** Whether a person wrote something else in the message's place. */
export function isPlaceholder(text: string, behind: string): boolean {
  if (text === '') return BRACKETED.test(behind) && !isElided(behind);
  return PLACEHOLDER.test(text);
}

const ELIDED = /^(?:\.\.|…| ?[[(<]?(?:\.\.\.|…|(?:truncated|snip|omitted|cut)\b))/i;

/** Whether the text says right behind the message that there was more of it. */
export function isElided(behind: string): boolean {
  return ELIDED.test(behind);
}
