import { codeFinding } from '../../../core/text/error-code';

describe('codeFinding', () => {
  it.each([
    [''],
    ['An error occurred (DryRunOperation) when calling the RunInstances operation'],
    ['Look up AccessDenied in the manual'],
    ['SomeUnauthorizedOperationX'],
    ['{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }'],
    ['{"detail":{"errorCode":["Client.UnauthorizedOperation"]}}'],
    ["if (error.code === 'UnauthorizedOperation') retry()"],
  ])('finds nothing in %j', (text) => {
    expect(codeFinding(text)).toBeNull();
  });

  it.each([
    [
      'An error occurred (UnauthorizedOperation) when calling the RunInstances operation',
      'ec2:RunInstances',
    ],
    [
      'operation error EC2: RunInstances, https response error StatusCode: 403, api error AccessDenied: ',
      'ec2:RunInstances',
    ],
    [
      'An error occurred (AccessDeniedException) when calling the CreateFleet operation',
      'ec2:CreateFleet',
    ],
  ])('reads what stands around the code in %j', (text, action) => {
    expect(codeFinding(text)?.requested?.action).toBe(action);
  });

  it.each([
    'Client.UnauthorizedOperation',
    '<Code>AccessDenied</Code>',
    'Error Code: AccessDenied; Request ID',
    `{'Code': 'AccessDenied'`,
  ])('finds a denial in %j', (text) => {
    expect(codeFinding(text)).toMatchObject({ stated: null, operation: null, isCertain: true });
  });
});
