// doctor → [trails]: what CloudTrail logs of a Region.
import {
  type CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail as DescribedTrail,
} from '@aws-sdk/client-cloudtrail';
import { parseArn } from '../../core/arn';
import { type Answer, known } from '../../core/doctor/check';
import type { Trail } from '../../core/doctor/trail';
import { ask, thenAsk } from './ask';
import type { AwsClients } from './clients';
import { once } from './once';

/** The trails that cover a Region. */
export type TrailsIn = (region: string) => Promise<Answer<readonly Trail[]>>;

/**
 * Lists the trails that cover Regions, those of other Regions and of the organization too. A trail that
 * covers several is asked once.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
 */
export function trailsIn({ cloudTrailIn }: AwsClients, account: string): TrailsIn {
  const stateIn = once((homeRegion: string) =>
    once((arn: string) => askState(cloudTrailIn(homeRegion), arn)),
  );
  return once(async (region) => {
    const listed = await ask('cloudtrail:DescribeTrails', () =>
      cloudTrailIn(region).send(new DescribeTrailsCommand({ includeShadowTrails: true })),
    );
    return thenAsk(listed, async ({ trailList = [] }) => {
      const about = trailList.map((each) => describedBy(each, region, account));
      const value = about.map(async (each) => ({
        ...each,
        ...(await stateIn(each.homeRegion)(each.arn)),
      }));
      return known(await Promise.all(value));
    });
  });
}

function describedBy(
  { Name, TrailARN, HomeRegion }: DescribedTrail,
  region: string,
  account: string,
) {
  const arn = TrailARN ?? Name ?? '';
  return {
    name: Name ?? arn,
    arn,
    homeRegion: HomeRegion ?? region,
    isOwn: parseArn(arn)?.account === account,
  };
}

/** A trail of another Region or account is asked by its ARN in its home Region. */
async function askState(client: CloudTrailClient, arn: string) {
  const [isLogging, selectors] = await Promise.all([
    ask('cloudtrail:GetTrailStatus', async () => {
      const { IsLogging } = await client.send(new GetTrailStatusCommand({ Name: arn }));
      return IsLogging === true;
    }),
    ask('cloudtrail:GetEventSelectors', async () => {
      const { EventSelectors = [], AdvancedEventSelectors = [] } = await client.send(
        new GetEventSelectorsCommand({ TrailName: arn }),
      );
      return { basic: EventSelectors, advanced: AdvancedEventSelectors };
    }),
  ]);
  return { isLogging, selectors };
}
