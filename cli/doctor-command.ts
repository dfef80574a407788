// launch-denied doctor: wires its options to the checks.
import { reportOf, testReport } from '../core/doctor/report';
import { inert } from '../core/render/inert';
import { plainText } from '../core/render/plain-text';
import type { Section } from '../core/render/section';
import { version } from '../package.json';
import { type Options, optionHelp, readArguments } from './command-line';
import { type Plan, readPlan } from './doctor/read-options';
import type { Diagnosis } from './doctor/run-doctor';
import { BELOW, ORGANIZATION_OPTIONS } from './groups/connection';
import { failureWords } from './groups/failure-words';
import { STATUS } from './groups/outcome';
import { loadPart } from './load-part';
import { print, stdout } from './output';
import { terminalOf } from './terminal';

const OPTIONS = {
  'send-test': { help: 'put a test denial through the stack, and follow it' },
  wait: { value: 'seconds', help: 'how long to follow a test denial (120)' },
  'from-region': {
    value: 'name',
    help: `${BELOW}put the test denial on the event bus of this Region, to be forwarded`,
  },
  'from-profile': {
    value: 'name',
    help: `${BELOW}put it there with this AWS profile, such as that of a member account`,
  },
  member: { help: 'examine a member account, with credentials of it' },
  home: {
    value: 'account/Region',
    help: `${BELOW}with --member: where the home stack is, such as 111122223333/us-east-1`,
  },
  ...ORGANIZATION_OPTIONS,
} as const satisfies Options;

const HELP = `Usage: launch-denied doctor [options]
       launch-denied doctor --member --home <account/Region> [options]

Proves that a denied launch would become an alert. Each link of the way is checked: a trail logs
write management events of the Region; the rule, its target and the queue; the functions, their last
errors and what they may do; who receives the alerts; the forwarders in other Regions; what lets
denials of other accounts in, and the functions into those accounts. Says of each what was found,
what to do, and the AWS CLI command that does it. Nothing is changed.

Options:
${optionHelp(OPTIONS)}

--send-test puts a test denial on the event bus, follows it to the queue, the table and the alert,
and tells how long each leg took. It makes a cause of its own, launch-denied-test-…, and an alert.

--member looks at what a member account has of the home stack that --stack names: its forwarders,
and the role with which the functions decode there.

Examples:
  launch-denied doctor
  launch-denied doctor --stack LaunchDenied --profile dev --region eu-west-1
  launch-denied doctor --json
  launch-denied doctor --send-test --wait 300
  launch-denied doctor --send-test --from-region us-east-1
  launch-denied doctor --send-test --from-profile payments
  launch-denied doctor --member --home 111122223333/eu-west-1 --profile payments

The credentials are those of the AWS CLI. Rights to read are enough, and for a hub
lambda:InvokeFunction on its sweep function; what a right is missing for is told as not checked,
with that right. The rights are
  ssm:GetParameter, cloudtrail:DescribeTrails, cloudtrail:GetTrailStatus,
  cloudtrail:GetEventSelectors, events:DescribeRule, events:ListTargetsByRule,
  sqs:GetQueueAttributes, lambda:GetFunctionConfiguration, lambda:ListEventSourceMappings,
  logs:FilterLogEvents, iam:SimulatePrincipalPolicy, sts:DecodeAuthorizationMessage,
  sns:ListSubscriptionsByTopic, chatbot:DescribeSlackChannelConfigurations,
  chatbot:ListMicrosoftTeamsChannelConfigurations, chatbot:DescribeChimeWebhookConfigurations,
  account:ListRegions;
where denials of other accounts come in also events:DescribeEventBus, organizations:ListAccounts,
and lambda:InvokeFunction for a probe of the sweep function, which changes nothing;
in a member account those of account, events, sqs, cloudtrail and iam in this list, and iam:GetRole;
for --send-test also events:PutEvents, dynamodb:Query and dynamodb:GetItem.

Exit status: 0 nothing failed, 1 something failed or AWS could not be asked, 2 wrong usage.
`;

/** Runs the command; resolves to its exit status. */
export async function runDoctorCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS);
  if (given.kind === 'refused') return misused(given.why);
  if (given.options['help'] === true) {
    print(HELP);
    return STATUS.done;
  }
  const plan = readPlan(given.options, given.words, process.env);
  if (plan.kind === 'misused') return misused(plan.why);
  return examine(plan, given.options['json'] === true);
}

async function examine(plan: Plan, asJson: boolean): Promise<number> {
  const { target } = plan;
  try {
    const found = await diagnose(plan);
    print(asJson ? jsonOf(found) : textOf(found, target.options));
    return hasFailed(found) ? STATUS.failed : STATUS.done;
  } catch (error) {
    note(failureWords(error, target));
    return STATUS.failed;
  }
}

function diagnose(plan: Plan): Promise<Diagnosis> {
  const { runDoctor, runMemberDoctor } = loadPart('doctor');
  const { stackName, connection } = plan.target;
  if (plan.kind === 'member') return runMemberDoctor(plan.home, connection);
  const { test, organizationProfile } = plan;
  const folder = process.cwd();
  return runDoctor({ stackName, connection, organizationProfile, version, folder, test });
}

function hasFailed({ checks, test }: Diagnosis): boolean {
  return [...checks, ...(test?.legs ?? [])].some(({ status }) => status === 'failed');
}

function textOf({ checks, examined, test }: Diagnosis, options: string): string {
  const sections: readonly Section[] = [
    ...reportOf(checks, examined),
    ...(test === null ? [] : testReport(test, options)),
  ];
  return plainText(sections, terminalOf(stdout(), process.env));
}

/** What might act on a terminal is escaped, which changes nothing of the data. */
function jsonOf({ examined, checks, test }: Diagnosis): string {
  const { stackName: stack, region, account, member } = examined;
  const data = { schemaVersion: 1, stack, region, account, member, checks, test };
  const lines = JSON.stringify(data, null, 2).split('\n');
  return `${lines.map(inert).join('\n')}\n`;
}

function misused(why: string): number {
  note(`${why}; see launch-denied doctor --help`);
  return STATUS.misused;
}

function note(text: string): void {
  process.stderr.write(`launch-denied: ${inert(text)}\n`);
}
