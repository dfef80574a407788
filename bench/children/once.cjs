// once.cjs MODULE TEXT_FILE: CPU of explaining one large text.
const { readFileSync } = require('node:fs');
const [, , modulePath, textFile] = process.argv;
const { explainText } = require(modulePath);
const text = readFileSync(textFile, 'utf8');
const before = process.cpuUsage();
if (!(explainText(text) > 0)) throw new Error('nothing was explained');
const { user, system } = process.cpuUsage(before);
console.log(user + system);
