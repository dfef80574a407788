// doctor → [trails]: what CloudTrail logs of a Region.
import {
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail as DescribedTrail,
} from '@aws-sdk/client-cloudtrail';
import { parseArn } from '../../core/arn';
import type { Answer } from '../../core/doctor/check';
import type { Trail } from '../../core/doctor/trail';
import { ask, thenAsk } from './ask';
import type { AwsClients } from './clients';

/** Where trails are looked for. */
interface Where {
  readonly region: string;
  readonly account: string;
}

/**
 * Lists the trails that cover the Region, those of other Regions and of the organization too.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
 */
export async function askTrails(
  { cloudTrailIn }: AwsClients,
  { region, account }: Where,
): Promise<Answer<readonly Trail[]>> {
  const listed = await ask('cloudtrail:DescribeTrails', () =>
    cloudTrailIn(region).send(new DescribeTrailsCommand({ includeShadowTrails: true })),
  );
  return thenAsk(listed, async ({ trailList = [] }) => {
    const value = await Promise.all(
      trailList.map((each) => askTrail(cloudTrailIn, each, { region, account })),
    );
    return { kind: 'known', value };
  });
}

/** A trail of another Region or account is asked by its ARN in its home Region. */
async function askTrail(
  clientIn: AwsClients['cloudTrailIn'],
  { Name, TrailARN, HomeRegion }: DescribedTrail,
  { region, account }: Where,
): Promise<Trail> {
  const arn = TrailARN ?? Name ?? '';
  const homeRegion = HomeRegion ?? region;
  const client = clientIn(homeRegion);
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
  const isOwn = parseArn(arn)?.account === account;
  return { name: Name ?? arn, arn, homeRegion, isOwn, isLogging, selectors };
}
