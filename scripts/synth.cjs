// npm run synth: the strict synthesis of each shape that a deployment can have.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '..');

const MANY = [
  'af-south-1',
  'ap-south-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-west-1',
  'us-west-2',
];

/** What each shape is called, and its settings. */
const SHAPES = {
  one: [],
  three: ['homeRegion=us-east-1', 'regions=us-east-1,eu-west-1,eu-west-2'],
  many: ['homeRegion=us-east-1', `regions=${MANY.join(',')}`],
  hub: ['organization=o-a1b2c3d4e5', 'emails=oncall@example.com'],
};

for (const [name, settings] of Object.entries(SHAPES)) {
  const context = settings.flatMap((setting) => ['--context', setting]);
  const output = ['--output', join('cdk.out', name)];
  const cdk = join('node_modules', 'aws-cdk', 'bin', 'cdk');
  const args = [cdk, 'synth', '--quiet', ...output, ...context];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`the shape ${name} does not synthesize: cdk ${args.slice(1).join(' ')}`);
    process.exit(1);
  }
}
