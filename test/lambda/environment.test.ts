import { Failure } from '../../core/failure';
import { readEnvironment } from '../../lambda/environment';

const ENVIRONMENT = {
  TABLE_NAME: 'denials',
  ALERTS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:111122223333:alerts',
  RETENTION_DAYS: '90',
  MAX_RECEIVES: '5',
  ACCOUNT_ID: '111122223333',
  SIMULATE: 'true',
  AWS_REGION: 'eu-west-1',
};

describe('readEnvironment', () => {
  test.each(Object.keys(ENVIRONMENT))('stops where %s is missing', (name) => {
    expect(() => readEnvironment({ ...ENVIRONMENT, [name]: undefined })).toThrow(
      `environment variable ${name} is undefined; the stack sets it, deploy it again`,
    );
    expect(() => readEnvironment({ ...ENVIRONMENT, [name]: '' })).toThrow(Failure);
  });

  test.each(['0', '-1', '1.5', 'many'])('stops where a count is %j', (MAX_RECEIVES) => {
    expect(() => readEnvironment({ ...ENVIRONMENT, MAX_RECEIVES })).toThrow(
      `environment variable MAX_RECEIVES is "${MAX_RECEIVES}"; a whole number above 0 is allowed`,
    );
  });

  test.each(['yes', 'TRUE', '1'])('stops where a choice is %j', (SIMULATE) => {
    expect(() => readEnvironment({ ...ENVIRONMENT, SIMULATE })).toThrow(
      `environment variable SIMULATE is "${SIMULATE}"; true or false is allowed`,
    );
  });

  test('reads a choice', () => {
    expect(readEnvironment({ ...ENVIRONMENT, SIMULATE: 'false' }).simulate).toBe(false);
  });

  test('reads what the stack sets', () => {
    expect(readEnvironment(ENVIRONMENT)).toEqual({
      tableName: 'denials',
      topicArn: 'arn:aws:sns:eu-west-1:111122223333:alerts',
      account: '111122223333',
      retentionDays: 90,
      maxReceives: 5,
      simulate: true,
      region: 'eu-west-1',
    });
  });
});
