// grouped → [alert]: what Amazon Q Developer in chat applications takes, and its bounds.

/**
 * A custom notification; messages of another form are dropped without an error.
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export interface Notification {
  readonly version: '1.0';
  readonly source: 'custom';
  readonly id: string;
  readonly content: {
    readonly textType: 'client-markdown';
    readonly title: string;
    readonly description: string;
    readonly nextSteps?: readonly string[];
    readonly keywords?: readonly string[];
  };
  readonly metadata: {
    readonly threadId: string;
    readonly summary: string;
    readonly eventType: string;
    readonly relatedResources?: readonly string[];
    readonly additionalContext?: Readonly<Record<string, string>>;
  };
}

/** Our own bounds, in characters and in numbers: AWS states none. */
export const CHAT_LIMITS = {
  title: 250,
  description: 3_000,
  nextSteps: 5,
  nextStep: 500,
  keyword: 60,
  resource: 300,
} as const;

/** Joins blocks in order while they fit into the description; a block is never cut. */
export function describedBy(blocks: readonly string[]): string {
  return blocks.reduce((text, block) => {
    const longer = text === '' ? block : `${text}\n${block}`;
    return longer.length <= CHAT_LIMITS.description ? longer : text;
  }, '');
}
