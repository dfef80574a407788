/** Why a synthesis stops. */
export type SynthErrorCode = 'INVALID_SETTINGS' | 'BUNDLE_MISSING' | 'PACKAGE_NOT_FOUND';

/** Stops a synthesis; the message names the value received and the change to make. */
export class SynthError extends Error {
  override readonly name = 'SynthError';
  readonly code: SynthErrorCode;

  constructor(code: SynthErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
