// [words] → reader: what is heard and not seen; the line was there before its words.

/** Lets a screen reader say something. */
export function say(words: string): void {
  const line = document.getElementById('said');
  if (line !== null) line.textContent = words;
}
