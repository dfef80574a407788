// handle.cjs BUNDLE BATCH COLD_BATCHES WARM_BATCHES: prints the CPU of the whole process, or of the warm batches only.
const { readFileSync } = require('node:fs');
const [, , bundle, batchFile, cold, warm] = process.argv;
const { handler } = require(bundle);
const batch = JSON.parse(readFileSync(batchFile, 'utf8'));

async function run(count) {
  for (let i = 0; i < count; i += 1) {
    const { batchItemFailures } = await handler(batch, { awsRequestId: 'bench' });
    if (batchItemFailures.length > 0) throw new Error('an item failed');
  }
}

void (async () => {
  await run(Number(cold));
  const before = Number(warm) > 0 ? process.cpuUsage() : undefined;
  await run(Number(warm));
  const { user, system } = process.cpuUsage(before);
  console.log(user + system);
  process.exit(0);
})();
