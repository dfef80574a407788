// grouped → [table]: what must not happen with stored groups.

/** Codes of what can go wrong with stored groups. */
export type TableFailureCode = 'ITEM_UNREADABLE' | 'TABLE_THROTTLED' | 'PAGE_UNREADABLE';

/** A failure of the table; its message says what was found and what to change. */
export class TableFailure extends Error {
  readonly code: TableFailureCode;

  constructor(code: TableFailureCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Failure';
    this.code = code;
  }
}
