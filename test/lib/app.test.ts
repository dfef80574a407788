import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../lib';
import { handlerBundle } from './stand-in';

const { context } = JSON.parse(readFileSync(join(__dirname, '../../cdk.json'), 'utf8'));
const plain = buildApp({ handlerBundle }).synth();

it('stops where no bundle was built, and says what to run', () => {
  expect(() => buildApp({ handlerBundle: '/nowhere' })).toThrow(
    'no index.js in /nowhere: run "npm run build" first',
  );
});

it('looks for the bundle where the build of the package writes it', () => {
  const built = join(__dirname, '../../dist/lambda/handler');
  const build = expect(() => buildApp());
  if (existsSync(join(built, 'index.js'))) build.not.toThrow();
  else build.toThrow(`no index.js in ${built}`);
});

it('stops at a context key that is not a setting', () => {
  expect(() => buildApp({ context: { region: 'all' } })).toThrow('region (given as "all")');
});

it('needs no account, no Region and no context', () => {
  const [stack] = plain.stacks;
  expect(stack?.stackName).toBe('LaunchDenied');
  expect(stack?.environment).toMatchObject({
    account: 'unknown-account',
    region: 'unknown-region',
  });
});

it('makes the same template with the feature flags of cdk.json as without', () => {
  const flagged = buildApp({ handlerBundle, context }).synth();
  expect(flagged.stacks[0]?.template).toEqual(plain.stacks[0]?.template);
});

it('writes the cloud assembly where it is told', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk.out'));
  expect(buildApp({ handlerBundle, outdir }).synth().directory).toBe(outdir);
});

it('takes the name of the stack, its place and the settings', () => {
  const app = buildApp({
    handlerBundle,
    env: { account: '111122223333', region: 'us-east-2' },
    context: { stackName: 'Denials', emails: 'a@example.com,b@example.com' },
  });
  const stack = app.synth().getStackByName('Denials');
  expect(stack.environment).toMatchObject({ account: '111122223333', region: 'us-east-2' });
  expect(JSON.stringify(stack.template)).toContain('"Endpoint":"b@example.com"');
});
