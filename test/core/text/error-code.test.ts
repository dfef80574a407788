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
    ['return isAWSOperationError(err, "api error UnauthorizedOperation")'],
    ['assert aws.is_access_denied("UnauthorizedOperation")'],
    ['case "UnauthorizedOperation": return ErrDenied'],
    ['case UnauthorizedOperation: return ErrDenied'],
    ["errorcode IN ('AccessDenied','UnauthorizedOperation')"],
    ['the request returns a Client.UnauthorizedOperation response (an HTTP 403 response)'],
    ['<match>"errorCode":"Client.UnauthorizedOperation"</match>'],
    ['We saw UnauthorizedOperation errors last week but they are fixed.'],
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
    `{'Code': 'AccessDenied'}`,
    'UnauthorizedOperation',
    '(Client.UnauthorizedOperation)',
    'Aws::EC2::Errors::UnauthorizedOperation',
    'it failed: UnauthorizedOperation: ',
    'api error UnauthorizedOperation',
  ])('finds a denial in %j', (text) => {
    expect(codeFinding(text)).toMatchObject({ stated: null, operation: null, isCertain: true });
  });
});
