import type { CloudTrailRecord } from '../../../core/event/cloudtrail-record';
import { denialOf, isDenial } from '../../../core/event/denial';
import { readRecords } from '../../../core/event/read-records';

const recordOf = (fields: object): CloudTrailRecord => {
  const [record] = readRecords({
    eventID: 'e-1',
    eventName: 'RunInstances',
    eventSource: 'ec2.amazonaws.com',
    eventTime: '2026-11-20T09:14:03Z',
    awsRegion: 'eu-west-1',
    recipientAccountId: '111122223333',
    ...fields,
  });
  if (record === undefined) throw new Error('no record');
  return record;
};

describe('isDenial', () => {
  test.each([null, 'Client.DryRunOperation', 'Client.VcpuLimitExceeded', 'constructor'])(
    'is false for the error code %j',
    (errorCode) => {
      expect(isDenial(recordOf({ errorCode }))).toBe(false);
    },
  );

  test.each([
    'Client.UnauthorizedOperation',
    'UnauthorizedOperation',
    'AccessDenied',
    'AccessDeniedException',
  ])('is true for the error code %s', (errorCode) => {
    expect(isDenial(recordOf({ errorCode }))).toBe(true);
  });
});

describe('denialOf', () => {
  test('reads a record without a message, an identity or parameters', () => {
    expect(denialOf(recordOf({}))).toEqual({
      requested: {
        principal: null,
        operation: 'RunInstances',
        action: 'ec2:RunInstances',
        launch: null,
        event: {
          id: 'e-1',
          time: '2026-11-20T09:14:03Z',
          region: 'eu-west-1',
          account: '111122223333',
        },
      },
      stated: null,
      message: { kind: 'absent', length: 0 },
    });
  });

  test('takes the account from the identity where the record names no recipient', () => {
    const fields = { recipientAccountId: null, userIdentity: { accountId: '222233334444' } };
    expect(denialOf(recordOf(fields)).requested.event?.account).toBe('222233334444');
    const none = { recipientAccountId: null, awsRegion: null, eventTime: null };
    expect(denialOf(recordOf(none)).requested.event).toEqual({
      id: 'e-1',
      time: '',
      region: '',
      account: '',
    });
    expect(denialOf(recordOf({ eventID: null })).requested.event).toBeNull();
  });

  test('names the action by the service of the record in every partition', () => {
    const cn = recordOf({ eventSource: 'ec2.amazonaws.com.cn' });
    expect(denialOf(cn).requested.action).toBe('ec2:RunInstances');
  });

  test('reads the sentence of the error message', () => {
    const errorMessage =
      'You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* because no identity-based policy allows the ec2:RunInstances action';
    expect(denialOf(recordOf({ errorMessage })).stated).toMatchObject({
      principalArn: 'arn:aws:iam::111122223333:user/alice',
      verdict: 'implicit-deny',
    });
  });

  test('takes the policy type from a code that names it', () => {
    const { stated } = denialOf(
      recordOf({ errorCode: 'VpceAccessDenied', errorMessage: 'denied' }),
    );
    expect(stated).toMatchObject({ policyType: 'vpc-endpoint-policy', verdict: null });
  });
});
