// facts → [check] → report: versions that do not go together.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';

/** Compares the version deployed with the version of this command; null where the stack tells none. */
export function judgeVersion(deployed: Answer<string>, here: string): readonly Finding[] {
  return ofKnown(deployed, (version) => {
    const order = compared(version, here);
    if (order === 0) return [ok(`Version ${here} is deployed, and runs here.`)];
    const found = `Version ${version} is deployed, and ${here} runs here.`;
    return [
      fault(
        'warning',
        found,
        order < 0 ? 'Deploy this version.' : `Update this command to ${version}.`,
      ),
    ];
  });
}

/** What runs and is installed here; null where a package is not installed in this folder. */
export interface Installed {
  readonly node: string;
  /** The package `aws-cdk`, which is the command line of the CDK. */
  readonly cdkCommand: string | null;
  /** The package `aws-cdk-lib`. */
  readonly cdkLibrary: string | null;
}

const OLDEST_NODE = '20.19.0';

/** From here on the command line has version numbers of its own. @see https://github.com/aws/aws-cdk/issues/32775 */
const OWN_NUMBERS = '2.1000.0';

/** The one that this version was tested with. */
const TESTED = '2.1148.1';

/** Says whether what is installed here can deploy the stack. */
export function judgeInstalled({ node, cdkCommand, cdkLibrary }: Installed): readonly Finding[] {
  const found = [
    compared(node, OLDEST_NODE) < 0
      ? fault(
          'failed',
          `Node.js ${node} runs here, and the oldest supported is ${OLDEST_NODE}.`,
          'Install Node.js 22 or 24.',
        )
      : null,
    cdkFault(cdkCommand, cdkLibrary),
  ].filter((each) => each !== null);
  if (found.length > 0) return found;
  const cdk = cdkCommand === null ? '' : ` with aws-cdk ${cdkCommand}`;
  return [ok(`Node.js ${node}${cdk} can deploy the stack.`)];
}

function cdkFault(command: string | null, library: string | null): Finding | null {
  if (command === null) return null;
  const todo = `Run npm install --save-dev aws-cdk@${TESTED}.`;
  if (command.startsWith('3.'))
    return fault(
      'failed',
      `aws-cdk ${command} is installed here: a build of April 2025 that cannot read what today’s aws-cdk-lib writes, in spite of its number.`,
      todo,
    );
  if (library === null || compared(command, OWN_NUMBERS) >= 0 || compared(command, library) >= 0)
    return null;
  return fault(
    'failed',
    `aws-cdk ${command} is installed here, which is older than aws-cdk-lib ${library} and cannot read what it writes.`,
    todo,
  );
}

/** Compares two versions by their numbers: negative where the first is older. */
function compared(left: string, right: string): number {
  return weightOf(left) - weightOf(right);
}

function weightOf(version: string): number {
  const numbers = version.replace(/^v/, '').split(/[.+-]/).map(Number);
  return [...numbers, 0, 0].slice(0, 3).reduce((sum, part) => sum * 100_000 + (part || 0), 0);
}
