import { recordOf } from '../../../core/athena/record-of';
import { readRecord } from '../../../core/event/cloudtrail-record';

const ROW = {
  eventid: 'e-1',
  eventtime: '2026-11-01T09:00:00Z',
  eventsource: 'ec2.amazonaws.com',
  eventname: 'RunInstances',
  awsregion: 'eu-west-1',
  sourceipaddress: '192.0.2.1',
  errorcode: 'Client.UnauthorizedOperation',
  errormessage: 'You are not authorized',
  recipientaccountid: '111122223333',
  requestparameters: '{"instancesSet":{"items":[{"imageId":"ami-1"}]}}',
  responseelements: null,
  readonly: 'false',
  identity_type: 'AssumedRole',
  identity_principalid: 'AROA:build-1',
  identity_arn: 'arn:aws:sts::111122223333:assumed-role/ci/build-1',
  identity_accountid: '111122223333',
  identity_invokedby: null,
  issuer_type: 'Role',
  issuer_arn: 'arn:aws:iam::111122223333:role/ci',
  issuer_username: 'ci',
};

describe('a row', () => {
  it('is read as the record that it was', () => {
    expect(JSON.parse(recordOf(ROW))).toEqual({
      eventID: 'e-1',
      eventTime: '2026-11-01T09:00:00Z',
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '192.0.2.1',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: 'You are not authorized',
      recipientAccountId: '111122223333',
      requestParameters: { instancesSet: { items: [{ imageId: 'ami-1' }] } },
      readOnly: false,
      userIdentity: {
        type: 'AssumedRole',
        principalId: 'AROA:build-1',
        arn: 'arn:aws:sts::111122223333:assumed-role/ci/build-1',
        accountId: '111122223333',
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            arn: 'arn:aws:iam::111122223333:role/ci',
            userName: 'ci',
          },
        },
      },
    });
  });

  it('of an IAM user has no issuer of a session', () => {
    const { userIdentity } = JSON.parse(recordOf({ identity_type: 'IAMUser' }));
    expect(userIdentity).toEqual({ type: 'IAMUser' });
  });

  it('keeps a parameter that is no JSON as text', () => {
    const record = readRecord(JSON.parse(recordOf({ ...ROW, requestparameters: '{"cut' })));
    expect(record).toMatchObject({ eventID: 'e-1', requestParameters: '{"cut' });
  });
});
