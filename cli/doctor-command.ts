// launch-denied doctor: wires its options to the checks.
import { reportOf, testReport } from '../core/doctor/report';
import { inert } from '../core/render/inert';
import { plainText } from '../core/render/plain-text';
import type { Section } from '../core/render/section';
import { version } from '../package.json';
import { type Options, optionHelp, readArguments } from './command-line';
import type { Diagnosis } from './doctor/run-doctor';
import { readTarget, SHARED_OPTIONS, type Target } from './groups/connection';
import { failureWords } from './groups/failure-words';
import { STATUS } from './groups/outcome';
import { loadPart } from './load-part';
import { print, stdout } from './output';
import { terminalOf } from './terminal';

const OPTIONS = {
  'send-test': { help: 'put a test denial through the stack, and follow it' },
  wait: { value: 'seconds', help: 'how long to follow a test denial (120)' },
  ...SHARED_OPTIONS,
  // Read to be refused with its reason.
  local: { value: 'url', help: '' },
} as const satisfies Options;

const HELP = `Usage: launch-denied doctor [options]

Proves that a denied launch would become an alert. Each link of the way is checked: a trail logs
write management events of the Region; the rule, its target and the queue; the functions, their last
errors and what they may do; who receives the alerts. Says of each what was found, what to do, and
the AWS CLI command that does it. Nothing is changed.

Options:
${optionHelp(OPTIONS)}

--send-test puts a test denial on the event bus, follows it to the queue, the table and the alert,
and tells how long each leg took. It makes a cause of its own, launch-denied-test-…, and an alert.

Examples:
  launch-denied doctor
  launch-denied doctor --stack LaunchDenied --profile dev --region eu-west-1
  launch-denied doctor --json
  launch-denied doctor --send-test --wait 300

The credentials are those of the AWS CLI, and rights to read are enough; what a right is missing for
is told as not checked, with that right. The rights are
  ssm:GetParameter, cloudtrail:DescribeTrails, cloudtrail:GetTrailStatus,
  cloudtrail:GetEventSelectors, events:DescribeRule, events:ListTargetsByRule,
  sqs:GetQueueAttributes, lambda:GetFunctionConfiguration, lambda:ListEventSourceMappings,
  logs:FilterLogEvents, iam:SimulatePrincipalPolicy, sts:DecodeAuthorizationMessage,
  sns:ListSubscriptionsByTopic, chatbot:DescribeSlackChannelConfigurations,
  chatbot:ListMicrosoftTeamsChannelConfigurations, chatbot:DescribeChimeWebhookConfigurations,
  account:ListRegions;
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
  const { local, json, wait, 'send-test': sendsTest } = given.options;
  const [word] = given.words;
  if (word !== undefined)
    return misused(`the doctor takes no words, and ${JSON.stringify(word)} is one`);
  if (local !== undefined)
    return misused(
      '--local is not for the doctor: local mode has no trail, no policies of queues and no chat; leave it out to ask AWS',
    );
  if (wait !== undefined && sendsTest !== true)
    return misused('--wait is how long to follow a test denial; give --send-test too');
  const seconds = readSeconds(wait);
  if (seconds === null)
    return misused(`--wait ${JSON.stringify(wait)}: allowed is a number of seconds from 1 to 3600`);
  const target = readTarget(given.options, process.env);
  if (target.kind === 'misused') return misused(target.why);
  return examine(target, sendsTest === true ? seconds : null, json === true);
}

const WAIT_SECONDS = 120;
const LONGEST = 3_600;

function readSeconds(text: string | boolean | undefined): number | null {
  if (text === undefined) return WAIT_SECONDS;
  const seconds = /^\d{1,4}$/.test(String(text)) ? Number(text) : 0;
  return seconds > 0 && seconds <= LONGEST ? seconds : null;
}

async function examine(
  target: Target,
  testSeconds: number | null,
  asJson: boolean,
): Promise<number> {
  const { stackName, connection, options } = target;
  try {
    const folder = process.cwd();
    const { runDoctor } = loadPart('doctor');
    const found = await runDoctor({ stackName, connection, version, folder, testSeconds });
    print(asJson ? jsonOf(found) : textOf(found, options));
    return hasFailed(found) ? STATUS.failed : STATUS.done;
  } catch (error) {
    note(failureWords(error, target));
    return STATUS.failed;
  }
}

function hasFailed({ checks, test }: Diagnosis): boolean {
  return [...checks, ...(test?.legs ?? [])].some(({ status }) => status === 'failed');
}

function textOf({ checks, examined, test }: Diagnosis, options: string): string {
  const sections: readonly Section[] = [
    ...reportOf(checks, examined),
    ...(test === null ? [] : testReport(test.legs, test.code, options)),
  ];
  return plainText(sections, terminalOf(stdout(), process.env));
}

/** What might act on a terminal is escaped, which changes nothing of the data. */
function jsonOf({ examined, checks, test }: Diagnosis): string {
  const { stackName: stack, region, account } = examined;
  const data = { schemaVersion: 1, stack, region, account, checks, test };
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
