// explain-loop.cjs MODULE TEXTS_FILE ROUNDS NAME: CPU of what NAME does with each decoded message so many times; MODULE `-` only parses.
const { readFileSync } = require('node:fs');
const [, , modulePath, textsFile, rounds, name] = process.argv;
const texts = JSON.parse(readFileSync(textsFile, 'utf8'));
const work = modulePath === '-' ? (text) => JSON.parse(text) : require(modulePath)[name];

function run(count) {
  for (let i = 0; i < count; i += 1)
    for (const text of texts) if (work(text) === null) throw new Error(`not explained: ${text}`);
}

run(Number(rounds) / 4);
const before = process.cpuUsage();
run(Number(rounds));
const { user, system } = process.cpuUsage(before);
console.log(user + system);
