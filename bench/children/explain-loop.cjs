// explain-loop.cjs MODULE TEXT_FILE ROUNDS: CPU of explaining a decoded message so many times; MODULE `-` only parses.
const { readFileSync } = require('node:fs');
const [, , modulePath, textFile, rounds] = process.argv;
const text = readFileSync(textFile, 'utf8');
const work = modulePath === '-' ? () => JSON.parse(text) : require(modulePath).explainDecoded;

function run(count) {
  let seen = 0;
  for (let i = 0; i < count; i += 1) seen += work(text) === null ? 0 : 1;
  return seen;
}

run(Number(rounds) / 10);
const before = process.cpuUsage();
if (run(Number(rounds)) !== Number(rounds)) throw new Error('not every text was explained');
const { user, system } = process.cpuUsage(before);
console.log(user + system);
