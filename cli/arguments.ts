// [argv] → command

/** An encoded message: longer than any option, and it may begin with a hyphen. */
const MESSAGE = /^-[A-Za-z0-9_-]{99,}$/;

/** Moves encoded messages that begin with a hyphen behind `--`, so that they are not read as options. */
export function withMessagesLast(argv: readonly string[]): readonly string[] {
  const messages = argv.filter((argument) => MESSAGE.test(argument));
  if (messages.length === 0) return argv;
  return [...argv.filter((argument) => !MESSAGE.test(argument)), '--', ...messages];
}
