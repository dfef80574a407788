// table → [columns] → record: which columns are asked for, and where each stands in a CloudTrail record.

/** Where a column of the answer comes from, and what it is in the record. */
export interface Column {
  readonly from: string;
  readonly to: string;
}

/**
 * Columns that every table of CloudTrail logs has, by their name in the answer. Casting `useridentity`
 * to JSON would be shorter, and some versions of Athena's engine write an array then.
 * @see https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html
 */
export const RECORD_COLUMNS = {
  eventversion: 'eventVersion',
  eventid: 'eventID',
  eventtime: 'eventTime',
  eventsource: 'eventSource',
  eventname: 'eventName',
  eventtype: 'eventType',
  awsregion: 'awsRegion',
  sourceipaddress: 'sourceIPAddress',
  useragent: 'userAgent',
  errorcode: 'errorCode',
  errormessage: 'errorMessage',
  requestid: 'requestID',
  recipientaccountid: 'recipientAccountId',
  vpcendpointid: 'vpcEndpointId',
} as const satisfies Readonly<Record<string, string>>;

/** Columns that hold JSON. */
export const JSON_COLUMNS = {
  requestparameters: 'requestParameters',
  responseelements: 'responseElements',
  readonly: 'readOnly',
} as const satisfies Readonly<Record<string, string>>;

/** Parts of `useridentity`. */
export const IDENTITY_COLUMNS = {
  identity_type: { from: 'useridentity.type', to: 'type' },
  identity_principalid: { from: 'useridentity.principalid', to: 'principalId' },
  identity_arn: { from: 'useridentity.arn', to: 'arn' },
  identity_accountid: { from: 'useridentity.accountid', to: 'accountId' },
  identity_invokedby: { from: 'useridentity.invokedby', to: 'invokedBy' },
  identity_username: { from: 'useridentity.username', to: 'userName' },
} as const satisfies Readonly<Record<string, Column>>;

const ISSUER = 'useridentity.sessioncontext.sessionissuer';

/** Parts of the issuer of a session. */
export const ISSUER_COLUMNS = {
  issuer_type: { from: `${ISSUER}.type`, to: 'type' },
  issuer_principalid: { from: `${ISSUER}.principalid`, to: 'principalId' },
  issuer_arn: { from: `${ISSUER}.arn`, to: 'arn' },
  issuer_accountid: { from: `${ISSUER}.accountid`, to: 'accountId' },
  issuer_username: { from: `${ISSUER}.username`, to: 'userName' },
} as const satisfies Readonly<Record<string, Column>>;
