import type { DecodedMessage, Sentence } from '../../../core/evidence';
import { readEncodedMessage } from '../../../core/message/encoded-message';
import { type Finding, NOTHING_FOUND } from '../../../core/text/finding';
import { merged, withDecoded } from '../../../core/text/merge';
import { encodedSample } from '../message/encoded-sample';

const STATED: Sentence = {
  principalArn: 'arn:aws:iam::111122223333:user/bob',
  action: 'ec2:RunInstances',
  resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
  verdict: 'implicit-deny',
  policyType: 'identity-based',
  policyArn: null,
  authorizationId: null,
};
const WHOLE = readEncodedMessage(encodedSample(400));
const OTHER = readEncodedMessage(encodedSample(400, 5));
const CUT = readEncodedMessage(`${encodedSample(300)}...`);

function finding(parts: Partial<Finding> = {}): Finding {
  return { ...NOTHING_FOUND, ...parts };
}

function stated(parts: Partial<Sentence> = {}): Finding {
  return finding({ stated: { ...STATED, ...parts } });
}

const run = finding({ operation: 'RunInstances', operationWitness: 'inferred' });

describe('merged', () => {
  it.each([
    ['two encoded messages', finding({ message: WHOLE }), finding({ message: OTHER })],
    [
      'two lengths of cut messages',
      finding({ message: CUT }),
      finding({ message: readEncodedMessage('abc...') }),
    ],
    ['two requests', finding({ ...run, requestId: 'a' }), finding({ ...run, requestId: 'b' })],
    ['two operations', run, finding({ operation: 'CreateVolume' })],
    ['two actions', stated(), stated({ action: 'iam:PassRole' })],
    ['two resources', stated(), stated({ resource: 'x' })],
    ['two principals', stated(), stated({ principalArn: 'x' })],
    ['two verdicts', stated(), stated({ verdict: 'explicit-deny' })],
    ['two policy types', stated(), stated({ policyType: 'session-policy' })],
    ['an operation and a sentence that share nothing', run, stated()],
  ])('keeps %s apart', (_title, one, other) => {
    expect(merged([one, other])).toEqual([one, other]);
    expect(merged([other, one])).toEqual([other, one]);
  });

  it('keeps what says nothing apart where something else stands between', () => {
    const other = finding({ operation: 'CreateVolume' });
    expect(merged([stated(), other, finding({ operation: 'StopInstances' })])).toHaveLength(3);
  });

  it('makes nothing of nothing', () => {
    expect(merged([])).toEqual([]);
  });

  it.each([
    ['what says nothing with what came before', run, finding()],
    ['what says nothing with what comes next', finding(), run],
    ['the same sentence said twice', stated(), stated()],
    ['sentences of which one says less', stated(), stated({ resource: null, verdict: null })],
    [
      'the same request',
      finding({ ...run, requestId: 'a' }),
      finding({ ...stated(), requestId: 'a' }),
    ],
    [
      'the same encoded message',
      finding({ ...run, message: WHOLE }),
      finding({ ...stated(), message: WHOLE }),
    ],
  ])('makes one of %s', (_title, one, other) => {
    expect(merged([one, other])).toHaveLength(1);
  });

  it.each([
    ['encoded message', finding({ message: WHOLE }), finding({ message: WHOLE })],
    [
      'request',
      finding({ operation: 'RunInstances', requestId: 'a' }),
      finding({ requestId: 'a' }),
    ],
    ['sentence', stated(), stated()],
  ])('recognises the same %s over others between', (_title, one, other) => {
    const between = finding({ operation: 'CreateVolume', message: OTHER, requestId: 'z' });
    expect(merged([one, between, other])).toEqual([one, between]);
  });

  it('keeps what each of them knows', () => {
    const record = finding({
      requested: {
        principal: null,
        operation: 'RunInstances',
        action: 'ec2:RunInstances',
        launch: null,
        event: null,
      },
      operation: 'RunInstances',
      operationWitness: 'requested',
      message: CUT,
      requestId: 'a',
      isCertain: false,
    });
    const error = finding({
      ...stated(),
      message: WHOLE,
      requestId: 'a',
      region: 'us-east-1',
      mentioned: 'sg-0123456789abcdef0',
    });
    const both = {
      decoded: null,
      stated: STATED,
      requested: record.requested,
      operation: 'RunInstances',
      operationWitness: 'requested',
      message: WHOLE,
      requestId: 'a',
      region: 'us-east-1',
      mentioned: 'sg-0123456789abcdef0',
      isCertain: true,
    };
    expect(merged([record, error])).toEqual([both]);
    expect(merged([error, record])).toEqual([both]);
  });

  it('says that nothing is certain only where nothing is', () => {
    const open = finding({ ...run, isCertain: false });
    expect(merged([open, open])[0]?.isCertain).toBe(false);
  });

  it.each([
    [CUT, readEncodedMessage('abc+')],
    [readEncodedMessage('abc+'), NOTHING_FOUND.message],
    [WHOLE, CUT],
  ])('keeps the better message of the two', (better, worse) => {
    const one = finding({ requestId: 'a', message: better });
    const other = finding({ requestId: 'a', message: worse });
    expect(merged([one, other])).toEqual([one]);
    expect(merged([other, one])).toEqual([one]);
  });
});

describe('withDecoded', () => {
  const decoded: DecodedMessage = {
    explicitDeny: false,
    matchedStatements: [],
    principalId: null,
    principalArn: null,
    action: 'ec2:RunInstances',
    resource: STATED.resource,
    conditions: [],
  };

  it.each([
    ['another action', stated({ action: 'iam:PassRole' })],
    ['another resource', stated({ resource: 'arn:aws:iam::111122223333:role/web' })],
  ])('keeps a decoded message apart from a sentence with %s', (_title, one) => {
    expect(withDecoded([one], [decoded])).toEqual([one, finding({ decoded })]);
  });

  it('is a finding of its own without others', () => {
    expect(withDecoded([], [decoded, decoded])).toEqual([
      finding({ decoded }),
      finding({ decoded }),
    ]);
  });

  it.each([
    ['the sentence that it explains', stated({ action: 'EC2:runinstances' })],
    ['a sentence that says less', stated({ action: null, resource: null })],
    ['an operation', run],
    ['an encoded message', finding({ message: WHOLE })],
  ])('goes to %s', (_title, one) => {
    expect(withDecoded([one], [decoded])).toEqual([{ ...one, decoded }]);
  });

  it('goes to what is not explained yet', () => {
    const second = { ...decoded, action: 'iam:PassRole', resource: null };
    expect(withDecoded([run, run], [decoded, second])).toEqual([
      { ...run, decoded },
      { ...run, decoded: second },
    ]);
  });
});
