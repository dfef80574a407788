// table → sweep → alerts: [watched] for sweeps that fail or never begin.
import { Duration } from 'aws-cdk-lib/core';
import type { Watch, Watched } from './watch';

/** Three sweeps; one that fails alone is made good by the next. */
const SWEEPS = Duration.minutes(15);

/** The alarms about the sweep. */
export function sweepWatches(watched: Watched): Readonly<Record<string, Watch>> {
  return { SweepErrors: sweepErrors(watched), SweepSilent: sweepSilent(watched) };
}

function sweepErrors({ sweep }: Watched): Watch {
  return {
    metric: sweep.function.metricErrors({ period: SWEEPS }),
    calm: 1,
    description: [
      'The function that sends what waits stopped with an error or at its timeout, more than once.',
      'Alerts that were held back or failed wait in the table; new denials are still alerted.',
      `Next steps: read the errors in the log group ${sweep.logGroup.logGroupName};`,
      'if they began with a deployment, deploy the version before it.',
    ].join(' '),
  };
}

function sweepSilent({ sweep }: Watched): Watch {
  return {
    metric: sweep.function.metricInvocations({ period: SWEEPS }),
    calm: 0,
    busy: true,
    description: [
      `The function that sends what waits has not run for ${SWEEPS.toMinutes()} minutes.`,
      'Alerts that were held back or failed wait in the table; new denials are still alerted.',
      `Next steps: check that the schedule ${sweep.schedule.scheduleName} is enabled`,
      'and deploy this stack again to restore it and its role;',
      `then look at the throttles of ${sweep.function.functionName}.`,
    ].join(' '),
  };
}
