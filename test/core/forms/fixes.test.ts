import { fixesFor } from '../../../core/forms/fixes';
import { explain } from '../../../core/explain/explain';
import { evidenceOf } from '../../../core/text/evidence';
import { findDenials } from '../../../core/text/find-denials';

const deniedOf = (who: string, action: string, resource: string, verdict: string) =>
  findDenials(
    `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/${who} is not authorized to perform: ${action} on resource: ${resource} ${verdict}`,
  ).map((finding) => explain(evidenceOf(finding)));

const IMPLICIT = 'because no identity-based policy allows the action';
const EXPLICIT = 'with an explicit deny in a service control policy';
const IMAGE = 'arn:aws:ec2:us-east-2::image/ami-1';

describe('fixesFor', () => {
  test('writes nothing for an explicit deny, and says what to do', () => {
    const { texts, notes } = fixesFor(deniedOf('ann', 'ec2:RunInstances', IMAGE, EXPLICIT), {
      form: 'json',
    });
    expect(texts).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/^no statement answers: IAM user ann .* Change the Deny statement/),
    ]);
  });

  test('merges the denials of one principal, and keeps principals apart', () => {
    const denials = [
      ...deniedOf('ann', 'ec2:RunInstances', IMAGE, IMPLICIT),
      ...deniedOf('ann', 'ec2:RunInstances', IMAGE, IMPLICIT),
      ...deniedOf('ann', 'ec2:RunInstances', 'arn:aws:ec2:us-east-2::image/ami-2', IMPLICIT),
      ...deniedOf('bob', 'ec2:RunInstances', IMAGE, IMPLICIT),
    ];
    const { texts, notes } = fixesFor(denials, { form: 'json' });
    const policies = texts.map((text) => JSON.parse(text).Statement);
    expect(policies).toEqual([
      [expect.objectContaining({ Resource: [IMAGE, 'arn:aws:ec2:us-east-2::image/ami-2'] })],
      [expect.objectContaining({ Resource: IMAGE })],
    ]);
    expect(notes.filter((note) => note.startsWith('statement '))).toEqual([
      expect.stringContaining('answers: IAM user ann'),
      expect.stringContaining('answers: IAM user bob'),
    ]);
    expect(notes).toContain('confidence: ready');
  });

  const withLaunch = () => {
    const record = {
      eventVersion: '1.11',
      userIdentity: {
        type: 'IAMUser',
        arn: 'arn:aws:iam::111122223333:user/ann',
        accountId: '111122223333',
        userName: 'ann',
      },
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      awsRegion: 'us-east-2',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: `You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/ann is not authorized to perform: ec2:RunInstances on resource: ${IMAGE} ${IMPLICIT}`,
      requestParameters: {
        instanceType: 't3.large',
        subnetId: 'subnet-1',
        instancesSet: { items: [{ imageId: 'ami-1' }] },
      },
      eventID: 'e-1',
      recipientAccountId: '111122223333',
    };
    return findDenials(JSON.stringify(record)).map((finding) => explain(evidenceOf(finding)));
  };

  test('allows the whole launch only where that is asked for', () => {
    const sids = (wholeLaunch: boolean) =>
      fixesFor(withLaunch(), { form: 'json', wholeLaunch }).texts.flatMap(
        (text) => JSON.parse(text).Statement.length,
      );
    expect(sids(false)).toEqual([1]);
    expect(sids(true)[0]).toBeGreaterThan(2);
    const { notes } = fixesFor(withLaunch(), { form: 'json', wholeLaunch: true });
    expect(notes.join(' ')).toContain('The subnet is taken to belong');
    expect(
      fixesFor(deniedOf('ann', 'ec2:RunInstances', IMAGE, IMPLICIT), {
        form: 'json',
        wholeLaunch: true,
      }).texts,
    ).toHaveLength(1);
  });

  test('writes the change of a request in the language of its tool', () => {
    const decoded = {
      allowed: false,
      explicitDeny: true,
      matchedStatements: {
        items: [
          {
            statementId: 'V2',
            effect: 'DENY',
            principals: { items: [] },
            principalGroups: { items: [] },
            actions: { items: [{ value: 'ec2:RunInstances' }] },
            resources: { items: [{ value: '*' }] },
            conditions: {
              items: [
                { key: 'ec2:MetadataHttpTokens', values: { items: [{ value: 'required' }] } },
              ],
            },
          },
        ],
      },
      failures: { items: [] },
      context: {
        principal: { id: 'AIDA', name: 'ann', arn: 'arn:aws:iam::111122223333:user/ann' },
        action: 'RunInstances',
        resource: 'arn:aws:ec2:us-east-2:111122223333:instance/*',
        conditions: {
          items: [{ key: 'ec2:MetadataHttpTokens', values: { items: [{ value: 'optional' }] } }],
        },
      },
    };
    const denials = findDenials(JSON.stringify(decoded)).map((finding) =>
      explain(evidenceOf(finding)),
    );
    expect(fixesFor(denials, { form: 'terraform' })).toEqual({
      texts: [expect.stringMatching(/^# aws_instance\nmetadata_options \{/)],
      notes: [],
    });
    expect(fixesFor(denials, { form: 'cdk' }).texts).toEqual([]);
  });

  test('says nothing of what has no suggestion', () => {
    const denials = deniedOf('ann', 'ec2:RunInstances', IMAGE, IMPLICIT);
    const silent = denials.map((denial) => ({ ...denial, suggestions: [] }));
    expect(fixesFor(silent, { form: 'json' }).notes).toEqual([
      expect.stringMatching(/^no statement answers: .*\.$/),
    ]);
  });

  test('tells a principal without an ARN by its name', () => {
    const denials = deniedOf('ann', 'ec2:RunInstances', IMAGE, IMPLICIT).map((denial) => ({
      ...denial,
      principal: { ...denial.principal, arn: null },
    }));
    expect(fixesFor(denials, { form: 'json' }).texts).toHaveLength(1);
  });
});
