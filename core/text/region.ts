// The Region that a text names.

const REGION = String.raw`((?:us|eu|ap|sa|ca|me|af|il|mx|cn|eusc)(?:-[a-z]{2,3})?-[a-z]{4,10}-\d)`;

/** The surest form first. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`\bon resource:? ?["'\x60]?arn:aws[a-z-]{0,12}:[a-z0-9-]{2,40}:${REGION}:`),
  new RegExp(String.raw`\bawsRegion["']?\s{0,9}[:=]\s{0,9}["']?${REGION}`, 'i'),
  new RegExp(String.raw`--region[ =]["']?${REGION}`),
  new RegExp(String.raw`\b[a-z0-9-]{2,40}\.${REGION}\.(?:amazonaws|api\.aws)`),
  new RegExp(String.raw`\bregion["']?\s{0,9}[:=]\s{0,9}["']?${REGION}`, 'i'),
];

/** The Region a request went to, where the text tells it. */
export function regionIn(text: string): string | null {
  for (const form of FORMS) {
    const region = form.exec(text)?.[1];
    if (region !== undefined) return region;
  }
  return null;
}
