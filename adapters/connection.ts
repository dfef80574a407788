// [settings] → clients: where and as whom AWS is asked, by programs that do not run in AWS.

/** What a client is told; the SDK finds what is left out as it always does. */
export interface Connection {
  readonly region?: string;
  /** A profile of the shared configuration. */
  readonly profile?: string;
  /** One address that answers in place of AWS. */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}
