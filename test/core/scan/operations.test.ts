import { readRecords } from '../../../core/event/read-records';
import { isDeniedLaunch, LAUNCH_OPERATIONS } from '../../../core/scan/operations';
import { recordOf } from '../batch/denials';

const isHeard = (changes: object) =>
  readRecords({ ...recordOf({ id: 'e-1' }), eventName: 'RunInstances', ...changes }).some(
    isDeniedLaunch,
  );

describe('a denied launch', () => {
  test.each(LAUNCH_OPERATIONS)('is a refused %s', (eventName) => {
    expect(isHeard({ eventName })).toBe(true);
  });

  test.each([
    ['of another service', { eventSource: 'autoscaling.amazonaws.com' }],
    ['of another operation', { eventName: 'StopInstances' }],
    ['that was allowed', { errorCode: undefined, errorMessage: undefined }],
  ])('is no record %s', (_what, changes) => {
    expect(isHeard(changes)).toBe(false);
  });
});
