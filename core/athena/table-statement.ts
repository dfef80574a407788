// trail → [table] → query: the statement that makes a table of a trail's logs.
import type { TableName, Trail } from './read-asked';

/** What the table shows. */
export interface TableAsked {
  readonly name: TableName;
  readonly trail: Trail;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** The first day that it shows, `2026/01/31`. */
  readonly firstDay: string;
}

/** By what the table is divided, from the trail's folders. */
export const PARTITIONS = ['account', 'region', 'timestamp'] as const;

/** The columns as AWS documents them. */
const COLUMNS = `  eventversion STRING,
  useridentity STRUCT<
    type: STRING,
    principalid: STRING,
    arn: STRING,
    accountid: STRING,
    invokedby: STRING,
    accesskeyid: STRING,
    username: STRING,
    onbehalfof: STRUCT<
      userid: STRING,
      identitystorearn: STRING>,
    sessioncontext: STRUCT<
      attributes: STRUCT<
        mfaauthenticated: STRING,
        creationdate: STRING>,
      sessionissuer: STRUCT<
        type: STRING,
        principalid: STRING,
        arn: STRING,
        accountid: STRING,
        username: STRING>,
      ec2roledelivery: STRING,
      webidfederationdata: STRUCT<
        federatedprovider: STRING,
        attributes: MAP<STRING,STRING>>>>,
  eventtime STRING,
  eventsource STRING,
  eventname STRING,
  awsregion STRING,
  sourceipaddress STRING,
  useragent STRING,
  errorcode STRING,
  errormessage STRING,
  requestparameters STRING,
  responseelements STRING,
  additionaleventdata STRING,
  requestid STRING,
  eventid STRING,
  readonly STRING,
  resources ARRAY<STRUCT<
    arn: STRING,
    accountid: STRING,
    type: STRING>>,
  eventtype STRING,
  apiversion STRING,
  recipientaccountid STRING,
  serviceeventdetails STRING,
  sharedeventid STRING,
  vpcendpointid STRING,
  vpcendpointaccountid STRING,
  eventcategory STRING,
  addendum STRUCT<
    reason: STRING,
    updatedfields: STRING,
    originalrequestid: STRING,
    originaleventid: STRING>,
  sessioncredentialfromconsole STRING,
  edgedevicedetails STRING,
  tlsdetails STRUCT<
    tlsversion: STRING,
    ciphersuite: STRING,
    clientprovidedhostheader: STRING>`;

/**
 * Writes the statement; partitions are computed from the folders, so that none is ever added.
 * @see https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
 */
export function tableStatement({ name, trail, accounts, regions, firstDay }: TableAsked): string {
  const properties = {
    'projection.enabled': 'true',
    'projection.account.type': 'enum',
    'projection.account.values': accounts.join(','),
    'projection.region.type': 'enum',
    'projection.region.values': regions.join(','),
    'projection.timestamp.type': 'date',
    'projection.timestamp.format': 'yyyy/MM/dd',
    'projection.timestamp.range': `${firstDay},NOW`,
    'projection.timestamp.interval': '1',
    'projection.timestamp.interval.unit': 'DAYS',
    'storage.location.template': locationTemplate(trail),
  };
  const lines = Object.entries(properties).map(([key, value]) => `  '${key}' = '${value}'`);
  return `CREATE EXTERNAL TABLE \`${name.database}\`.\`${name.table}\` (
${COLUMNS}
)
PARTITIONED BY (
${PARTITIONS.map((column) => `  \`${column}\` STRING`).join(',\n')}
)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION '${rootOf(trail)}'
TBLPROPERTIES (
${lines.join(',\n')}
)`;
}

/** Where the logs of an account, a Region and a day are. */
export function locationTemplate(trail: Trail): string {
  return `${rootOf(trail)}\${account}/CloudTrail/\${region}/\${timestamp}`;
}

/** The folder of accounts. */
function rootOf({ bucket, prefix, organization }: Trail): string {
  return `s3://${bucket}/${prefix}AWSLogs/${organization === null ? '' : `${organization}/`}`;
}
