import { findDenials } from '/work/main/core/text/find-denials';
const rnd = (() => { let s = 7; return () => (s = (s * 1103515245 + 12345) % 2147483648) / 2147483648; })();
const AB = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const blob = (n: number) => Array.from({ length: n }, () => AB[Math.floor(rnd() * 64)]).join('');
const B = blob(650), B2 = blob(724);
const sent = (reason: string, b = B) => `You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/ci-runner/i-0123456789abcdef0 is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0 ${reason}. Encoded authorization failure message: ${b}`;
const scp = 'with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-abcdefghij/service_control_policy/p-0abc1234';
const impl = 'because no identity-based policy allows the ec2:RunInstances action';
const bases: Record<string,string> = {
  cli: `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ${sent(scp)}`,
  cliImpl: `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ${sent(impl)}`,
  go2: `Error: creating EC2 Instance: operation error EC2: RunInstances, https response error StatusCode: 403, RequestID: 952aafad-6adc-4527-b1b7-5654312b09b4, api error UnauthorizedOperation: ${sent(scp)}`,
  old: `Error launching source instance: UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: ${B2}\n\tstatus code: 403, request id: 952aafad-6adc-4527-b1b7-5654312b09b4`,
};
const wrap = (w: number) => (s: string) => s.split('\n').flatMap((l) => l.match(new RegExp(`.{1,${w}}`, 'g')) ?? ['']).join('\n');
const trimWrap = (w: number) => (s: string) => wrap(w)(s).split('\n').map((l) => l.trimEnd()).join('\n');
const soft = (w: number) => (s: string) => s.split('\n').map((l) => { let out = '', len = 0; for (const word of l.split(' ')) { if (len + word.length + 1 > w && len > 0) { out += '\n' + word; len = word.length; } else { out += (out === '' ? '' : ' ') + word; len += word.length + 1; } } return out; }).join('\n');
const lines = (f: (l: string) => string) => (s: string) => s.split('\n').map(f).join('\n');
const json = (s: string) => JSON.stringify({ level: 'error', msg: s, ts: 1 });
const T: Record<string, (s: string) => string> = {
  id: (s) => s, crlf: (s) => s.replaceAll('\n', '\r\n'),
  wrap80: wrap(80), wrap60: wrap(60), wrap120: wrap(120), wrap118: wrap(118), wrap137: wrap(137), wrap200: wrap(200), trim80: trimWrap(80), trim100: trimWrap(100), soft80: soft(80), soft72: soft(72), wrap300: wrap(300), wrap420: wrap(420),
  tfbox: lines((l) => '│ ' + l), tfboxwrap: (s) => wrap(80)(lines((l) => '│ ' + l)(s)), boxwrap: (s) => lines((l) => '│ ' + l.padEnd(76) + ' │')(wrap(76)(s)), boxtop: (s) => '╭' + '─'.repeat(78) + '╮\n' + lines((l) => '│ ' + l.padEnd(76) + ' │')(soft(76)(s)) + '\n╰' + '─'.repeat(78) + '╯',
  quote: lines((l) => '> ' + l), quotewrap: (s) => lines((l) => '> ' + l)(wrap(78)(s)), email: (s) => lines((l) => '>> ' + l)(soft(72)(s)),
  json1: json, json2: (s) => json(json(s)), json3: (s) => json(json(json(s))), jsonwrap: (s) => wrap(80)(json(s)), json2wrap: (s) => wrap(100)(json(json(s))),
  ansi: (s) => '\u001b[31m' + s.replace('Error', '\u001b[1mError\u001b[0m') + '\u001b[0m', ansi2: (s) => '#033[31;1m' + s + '#033[0;m', ansi3: (s) => '^[[31m' + s + '^[[0m', ansi4: (s) => '\\u001b[31m' + s + '\\u001b[39m', ansi5: (s) => '[31m' + s + '[0m',
  html: (s) => '<pre>' + s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;') + '</pre>', htmlbr: (s) => '<p>' + s.replaceAll('\n', '<br/>') + '</p>',
  md: (s) => '**' + s.replaceAll('\n', ' ') + '**', code: (s) => '```\n' + s + '\n```', tick: (s) => '`' + s + '`', smart: (s) => '“' + s + '”', nbsp: (s) => s.replaceAll(' ', '\u00a0'), zw: (s) => s.replace(/(.{40})/g, '$1\u200b'),
  lower: (s) => s.toLowerCase(), syslog: (s) => 'Jan 12 10:00:00 host gitlab-runner[123]: ' + s, docker: lines((l) => 'web_1  | ' + l), indent: lines((l) => '        ' + l), indentwrap: (s) => lines((l) => '    ' + l)(wrap(80)(s)),
  xml: (s) => `<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>${s}</Message></Error></Errors><RequestID>952aafad-6adc-4527-b1b7-5654312b09b4</RequestID></Response>`,
  py: (s) => `{'Error': {'Code': 'UnauthorizedOperation', 'Message': '${s.replaceAll('\n', '\\n')}'}, 'ResponseMetadata': {'RequestId': '952aafad-6adc-4527-b1b7-5654312b09b4', 'HTTPStatusCode': 403}}`,
  java: (s) => `com.amazonaws.services.ec2.model.AmazonEC2Exception: ${s} (Service: AmazonEC2; Status Code: 403; Error Code: UnauthorizedOperation; Request ID: 952aafad-6adc-4527-b1b7-5654312b09b4; Proxy: null)\n\tat com.amazonaws.http.AmazonHttpClient$RequestExecutor.handleErrorResponse(AmazonHttpClient.java:1811)\n\tat com.amazonaws.services.ec2.AmazonEC2Client.runInstances(AmazonEC2Client.java:28171)`,
  twice: (s) => s + '\n\n' + s,
  bash: (s) => '$ aws ec2 run-instances --image-id ami-0123456789abcdef0 --region us-east-1\n\n' + s + '\n$ ',
  diff: lines((l) => '+ ' + l),
};
const sum = (o: any) => JSON.stringify([o.stated?.action ?? null, o.stated?.resource ?? null, o.stated?.principalArn ?? null, o.stated?.verdict ?? null, o.stated?.policyType ?? null, o.stated?.policyArn ?? null, o.message.kind, o.message.encoded === B || o.message.encoded === B2, o.operation]);
let bad = 0, n = 0;
for (const [bn, b] of Object.entries(bases)) { const want = findDenials(b).map(sum).join(); console.log(bn, want);
  for (const [tn, t] of Object.entries(T)) { n++; const got = findDenials(t(b)).map(sum).join(); if (got !== want) { bad++; console.log('  ', tn, got); } } }
console.log(n, bad);
