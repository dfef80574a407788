import { findingIn } from '../../../core/text/text-finding';

const WORDS = 'not authorized to perform this operation';
const ID = '7a205582-0850-4fa1-8ed3-fe3c111d58c4';

function finding(before: string, behind = '.', words = WORDS) {
  return findingIn({ before, words, behind });
}

describe('findingIn', () => {
  it('knows nothing but that something was refused', () => {
    expect(finding('')).toEqual({
      decoded: null,
      stated: null,
      requested: null,
      message: { kind: 'absent', length: 0 },
      operation: null,
      operationWitness: null,
      mentioned: null,
      region: null,
      requestId: null,
      isCertain: true,
    });
  });

  it.each([
    ['(UnauthorizedOperation) when calling the RunInstances operation: ', 'ec2:RunInstances'],
    ['You are when calling the RunTests operation: You are ', 'ec2:RunTests'],
    [
      '(AccessDenied) when calling the CreateAutoScalingGroup operation: You are ',
      'autoscaling:CreateAutoScalingGroup',
    ],
    ['operation error IAM: CreateRole, ', 'iam:CreateRole'],
  ])('names the action of the operation in %j', (before, action) => {
    expect(finding(before)).toMatchObject({
      requested: { principal: null, action, launch: null, event: null },
      operationWitness: 'requested',
    });
  });

  it('takes the service from the sentence', () => {
    const found = finding(
      'when calling the ListGroups operation: User: x is ',
      ': IAM:ListGroups',
      'not authorized to perform',
    );
    expect(found.requested).toMatchObject({ operation: 'ListGroups', action: 'iam:ListGroups' });
    expect(found.stated?.action).toBe('IAM:ListGroups');
  });

  it('names no action where nothing tells the service', () => {
    const found = finding('when calling the ListThings operation: ', '', 'AccessDenied');
    expect(found.requested).toMatchObject({ operation: 'ListThings', action: null });
  });

  it('does not say that an operation was requested which only the wording tells', () => {
    expect(finding('Error launching source instance: ')).toMatchObject({
      requested: null,
      operation: 'RunInstances',
      operationWitness: 'inferred',
    });
  });

  it('reads the id of a resource on the same line only', () => {
    const id = 'sg-06351aed6c6e2d460';
    expect(finding(`Error for (${id}): `).mentioned).toBe(id);
    expect(finding(`Error for (${id}):\n`).mentioned).toBeNull();
  });

  it.each([
    ['behind the error', '', `\n\tstatus code: 403, request id: ${ID}, request id: other`, ID],
    ['in XML', '', `</Message></Error></Errors><RequestID>${ID}</RequestID>`, ID],
    ['before the error', `RequestID: ${ID}, api error: `, '', ID],
    [
      'before the error, the last',
      `request id: ${ID.replace('7', '8')}, request id: ${ID}: `,
      '',
      ID,
    ],
    ['on another line before', `request id: ${ID}\n`, '', null],
  ])('reads the request id %s', (_title, before, behind, id) => {
    expect(finding(before, behind).requestId).toBe(id);
  });

  it('reads the Region before and behind the error', () => {
    expect(finding('--region eu-west-1 ').region).toBe('eu-west-1');
    expect(finding('', ' Region: eu-west-1').region).toBe('eu-west-1');
  });

  it('reads the encoded message behind the words only', () => {
    const announced = 'Encoded authorization failure message: abc...';
    expect(finding('', ` ${announced}`).message).toEqual({ kind: 'cut', length: 3 });
    expect(finding(`${announced} `).message).toEqual({ kind: 'absent', length: 0 });
  });
});
