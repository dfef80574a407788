// Small stacks around the tiny one: a rule that forwards to its bus, and a role that its functions assume.
import type { FurtherStack } from '../../local/further';
import { busArnOf, HOME } from '../../local/template/place';
import type { Template } from '../../local/template/template';
import { tinyStack } from './tiny-stack';

/** Invented accounts: two of the organization, and one of nobody. */
export const ORGANIZATION = 'o-a1b2c3d4e5';
export const PAYMENTS = '444455556666';
export const SEARCH = '777788889999';
export const STRANGER = '999900001111';

/** The bus of the tiny stack. */
export const HOME_BUS = busArnOf(HOME);

type Properties = Readonly<Record<string, unknown>>;

const getAtt = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

const SERVICE = { Service: 'events.amazonaws.com' };

const RESOURCES = {
  DeadLetters: { Type: 'AWS::SQS::Queue', Properties: {} },
  DeadLettersPolicy: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: 'DeadLetters' }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: SERVICE,
          Action: 'sqs:SendMessage',
          Resource: getAtt('DeadLetters'),
          Condition: { ArnEquals: { 'aws:SourceArn': getAtt('Rule') } },
        },
      },
    },
  },
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: { source: ['aws.ec2'], region: [{ Ref: 'AWS::Region' }] },
      Targets: [
        {
          Id: 'Home',
          Arn: HOME_BUS,
          RoleArn: getAtt('Role'),
          DeadLetterConfig: { Arn: getAtt('DeadLetters') },
        },
      ],
    },
  },
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: SERVICE,
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            ArnLike: {
              'aws:SourceArn': {
                'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:rule/*',
              },
            },
          },
        },
      },
      Policies: [
        {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: { Effect: 'Allow', Action: 'events:PutEvents', Resource: HOME_BUS },
          },
        },
      ],
    },
  },
} as const;

/** The template of a forwarder; `changed` replaces properties of resources. */
export function forwarder(changed: Readonly<Record<string, Properties>> = {}): Template {
  return {
    Resources: Object.fromEntries(
      Object.entries(RESOURCES).map(([id, { Type, Properties }]) => [
        id,
        { Type, Properties: { ...Properties, ...changed[id] } },
      ]),
    ),
  };
}

/** A stack of a member of the organization in eu-west-1. */
export function memberStack(
  account: string,
  template: Template,
  changed: Partial<FurtherStack> = {},
): FurtherStack {
  return { account, region: 'eu-west-1', organization: ORGANIZATION, template, ...changed };
}

/** The tiny stack with a bus policy that lets the organization's events of one kind in. */
export function tinyHub(source: string): ReturnType<typeof tinyStack> {
  const stack = tinyStack(source, {
    Rule: { EventPattern: { source: ['aws.ec2'] } },
  });
  stack.template.Resources.BusPolicy = {
    Type: 'AWS::Events::EventBusPolicy',
    Properties: {
      StatementId: 'from-members',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'events:PutEvents',
        Resource: HOME_BUS,
        Condition: {
          StringEquals: {
            'aws:PrincipalOrgID': ORGANIZATION,
            'events:source': ['aws.ec2'],
            'events:detail-type': 'AWS API Call via CloudTrail',
          },
        },
      },
    },
  };
  return stack;
}

/** An event as it stands on the bus of its account and Region. */
export function eventAt(account: string, region: string, changed: Properties = {}) {
  const shared = { source: 'aws.ec2', 'detail-type': 'AWS API Call via CloudTrail' };
  return { ...shared, account, region, detail: {}, ...changed };
}
