// The one error class: what must not happen is thrown as a failure.

/** Codes of what can go wrong on the way. */
export type FailureCode =
  | 'NOT_A_RECORD'
  | 'FOREIGN_ACCOUNT'
  | 'SETTING_MISSING'
  | 'GROUP_BUSY'
  | 'ITEM_UNREADABLE'
  | 'TABLE_THROTTLED'
  | 'PAGE_UNREADABLE'
  | 'EVENT_REFUSED'
  | 'PORT_TAKEN'
  | 'RESUME_UNREADABLE';

/** A failure with a code; its message says what was received and what to change. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Failure';
    this.code = code;
  }
}
