import { findingOf } from '../../../core/text/record-finding';
import { recordSample, successSample } from './record-sample';

function finding(value: Record<string, unknown>, isCut = false) {
  return findingOf({ value, isCut });
}

describe('a record that is no denial', () => {
  it.each([
    ['succeeded', successSample(), false],
    ['succeeded and was cut', successSample(), true],
    [
      'is a dry run',
      recordSample({
        errorCode: 'Client.DryRunOperation',
        errorMessage: 'Request would have succeeded, you are not authorized to perform it.',
      }),
      true,
    ],
    [
      'failed for another reason',
      recordSample({ errorCode: 'Client.InvalidParameterValue', errorMessage: 'Value is invalid' }),
      true,
    ],
    [
      'failed without words',
      recordSample({ errorCode: 'Client.Unavailable', errorMessage: null }),
      false,
    ],
    ['names no event', { eventName: '', eventSource: 'ec2.amazonaws.com' }, true],
  ])('gives nothing where it %s', (_title, value, isCut) => {
    expect(finding(value, isCut)).toBeNull();
  });
});

describe('a denied record', () => {
  it('says who asked for what', () => {
    expect(finding(recordSample())).toMatchObject({
      requested: {
        principal: { kind: 'role-session', name: 'web' },
        operation: 'RunInstances',
        action: 'ec2:RunInstances',
        launch: { instanceTypes: ['t3.large'] },
        event: { region: 'us-east-1' },
      },
      stated: null,
      decoded: null,
      message: { kind: 'cut', length: 300 },
      operation: 'RunInstances',
      operationWitness: 'requested',
      region: 'us-east-1',
      requestId: '7a205582-0850-4fa1-8ed3-fe3c111d58c4',
      isCertain: true,
    });
  });

  it.each(['User: x is not authorized to perform: ec2:RunInstances', 'with an explicit deny'])(
    'is told by its words: %s',
    (errorMessage) => {
      const found = finding(recordSample({ errorCode: 'Client.Other', errorMessage }));
      expect(found?.isCertain).toBe(true);
    },
  );

  it('has no request id where that is no text', () => {
    expect(finding(recordSample({ requestID: 1 }))?.requestId).toBeNull();
  });

  it("is EC2's where its source was cut away and its code is EC2's", () => {
    const { eventSource: _source, ...rest } = recordSample();
    expect(finding(rest)?.requested?.action).toBe('ec2:RunInstances');
  });

  it("has no action where its source was cut away and its code is every service's", () => {
    const { eventSource: _source, ...rest } = recordSample({ errorCode: 'AccessDenied' });
    expect(finding(rest)).toMatchObject({
      operation: 'RunInstances',
      requested: { operation: 'RunInstances', action: null },
    });
  });
});

describe('an excerpt without error and answer', () => {
  const { responseElements: _answer, ...excerpt } = successSample();

  it('gives nothing where it is whole', () => {
    expect(finding(excerpt)).toBeNull();
  });

  it('leaves open whether the request failed where it is cut', () => {
    expect(finding(excerpt, true)).toMatchObject({
      operation: 'RunInstances',
      message: { kind: 'absent', length: 0 },
      isCertain: false,
    });
  });
});
