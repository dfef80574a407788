// The forms in which people paste decoded messages, as functions from message to text.
import { answer, compact, lines, pretty } from './sample';

type Form = (message: unknown) => string;

const twice = (message: unknown) => JSON.stringify(compact(message));

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isFields(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

function python(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  if (isFields(value)) {
    const pairs = Object.entries(value).map(([key, item]) => `${python(key)}: ${python(item)}`);
    return `{${pairs.join(', ')}}`;
  }
  return `'${String(value)
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)}'`;
}

const javascript: Form = (message) => pretty(message).replace(/"(\w+)":/g, '$1:');

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const wrapped = (text: string, width: number) =>
  text.replaceAll(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n');

/** Nothing is lost in these forms, whatever the values are. */
export const WHOLE_FORMS: Readonly<Record<string, Form>> = {
  'one line': compact,
  'indented lines': pretty,
  'the answer of STS': (message) => answer(message),
  'the answer of STS, indented': (message) => answer(message, 4),
  'an answer that holds an object': (message) => pretty({ DecodedMessage: message }),
  'an indented message in an answer': (message) => compact({ DecodedMessage: pretty(message) }),
  'a JSON string': twice,
  'a log line in JSON': (message) =>
    compact({ level: 'error', msg: `denied: ${compact(message)}` }),
  'an answer in a log line in a queue': (message) =>
    compact({ body: compact({ log: answer(message) }) }),
  'a shell session': (message) =>
    `$ aws sts decode-authorization-message --encoded-message \${m} \\\n>  | jq .\n${pretty(message)}\n$ echo it's "done`,
  'a Java statement': (message) => `    System.out.println(${twice(message)});`,
  'a log statement with its fields': (message) =>
    `2026-01-02T03:04:05Z [main] decoded={} isn't ${compact(message)} (done)`,
  'a string without its quotes': (message) => twice(message).slice(1, -1),
  'an indented string without its quotes': (message) =>
    JSON.stringify(pretty(message)).slice(1, -1),
  'an answer without its first quote': (message) =>
    `{\n "DecodedMessage": ${twice(message).slice(1)}\n}\n`,
  'an answer without braces': (message) => ` ${answer(message, 4).slice(1, -1)}`,
  'a message without its first brace': (message) => pretty(message).slice(2),
  'a string without its first brace': (message) => twice(message).slice(2),
  'a message without its last braces': (message) => pretty(message).replace(/[\s}\]]+$/, ''),
  'too many closers': (message) => `${pretty(message)}}]}}\n`,
  'trailing commas': (message) => pretty(message).replace(/(["}\]])\n/g, '$1,\n'),
  'no commas': (message) => pretty(message).replace(/,\n/g, '\n'),
  'no indentation': (message) => pretty(message).replace(/\n +/g, '\n'),
  'empty lines between': (message) => pretty(message).replaceAll('\n', '\n\n'),
  'line ends of Windows': (message) => pretty(message).replaceAll('\n', '  \r\n'),
  comments: (message) =>
    pretty(message)
      .replace('"explicitDeny"', '/* "explicitDeny": 7, */ # it\'s "so\n "explicitDeny"')
      .replace('"context"', '// "context" is next\n"context"'),
  'a Python value': python,
  'a Python value with sorted keys': (message) => python(sorted(message)),
  'a Python 2 value': (message) => python(message).replace(/([[{ ])'/g, "$1u'"),
  'the answer of boto3': (message) =>
    python({ DecodedMessage: compact(message), ResponseMetadata: { HTTPStatusCode: 'x' } }),
  'a JavaScript literal': javascript,
  'a JavaScript literal in an exported constant': (message) =>
    `export const MESSAGE = ${javascript(message)};`,
  'a Ruby hash': (message) => compact(message).replaceAll('":', '" => '),
  'sorted keys': (message) => pretty(sorted(message)),
  'a fenced block': (message) => `See {it}:\n\`\`\`json\n${pretty(message)}\n\`\`\`\nand "so on`,
  'an unclosed fenced block': (message) =>
    `\`\`\`\n${pretty(message).replace(/[\s}\]]+$/, '')}\n\`\`\`\n"context": { "action": "no"`,
  'a quotation': (message) => lines(pretty(message), (line) => `> ${line}`),
  'a box': (message) =>
    `╭────╮\n${lines(pretty(message), (line) => `│ ${line.padEnd(120)} │`)}\n╰────╯`,
  'the added lines of a diff': (message) => lines(pretty(message), (line) => `+ ${line}`),
  'commented lines': (message) => `# output:\n${lines(pretty(message), (line) => `# ${line}`)}`,
  'lines behind slashes': (message) => lines(pretty(message), (line) => `  // ${line}`),
  'lines behind stars': (message) => `/**\n${lines(pretty(message), (line) => ` * ${line}`)}\n */`,
  'numbered lines': (message) => lines(pretty(message), (line, index) => `${index + 1}: ${line}`),
  'lines of a log of a build': (message) =>
    lines(pretty(message), (line) => `2026-01-02T03:04:05.1234567Z ${line}`),
  'a table of the AWS CLI': (message) =>
    `---------\n|  DecodeAuthorizationMessage  |\n+---+---+\n|  DecodedMessage|  ${compact(message)}  |\n+---+---+`,
  'an SDK object in a console': (message) =>
    `{ DecodedMessage: ${python(compact(message))},\n  '$metadata': { httpStatusCode: 'x' } }`,
  colours: (message) =>
    pretty(message).replace(/"(\w+)":/g, '\u001b[34;1m"$1"\u001b[0m\u001b[1;39m:\u001b[0m'),
  HTML: (message) => `<pre><code class="json">${html(pretty(message))}</code></pre>`,
  'numeric entities': (message) =>
    compact(message).replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
  XML: (message) =>
    `<DecodeAuthorizationMessageResult><DecodedMessage>${html(compact(message))}</DecodedMessage></DecodeAuthorizationMessageResult>`,
  'bold keys': (message) =>
    pretty(message).replace('"explicitDeny": true', '"**explicitDeny": true**'),
  'a cell of CSV': (message) => `id,message\n7,"${compact(message).replaceAll('"', '""')}"`,
  'Markdown escapes': (message) => pretty(message).replaceAll('*', String.raw`\*`),
  'a string in parts': (message) =>
    `{"DecodedMessage": ${twice(message).replace(String.raw`,\"context`, String.raw`,"${'\n'}   + "\"context`)}}`,
  'a Python string in parts': (message) =>
    `{'DecodedMessage': ${python(compact(message)).replace(',"context', `,'\n    '"context`)}}`,
  'line ends in every word': (message) => wrapped(compact(message), 61),
  '80 columns': (message) => wrapped(answer(message), 80),
  '80 columns, indented': (message) => wrapped(answer(message, 4), 80),
  '80 columns in a box': (message) => lines(wrapped(answer(message), 76), (line) => `│ ${line}`),
  'columns behind an indentation': (message) =>
    wrapped(answer(message), 76).replaceAll('\n', '\n    '),
  'text around which more is indented': (message) =>
    `    Output:\n\n        ${pretty(message).replaceAll('\n', '\n        ')}\n\n    Why?`,
};

const withoutLines = (text: string, lost: RegExp) =>
  text
    .split('\n')
    .filter((line) => !lost.test(line))
    .join('\n');

function yaml(value: unknown, indent = ''): string {
  if (Array.isArray(value))
    return value.map((item) => `\n${indent}- ${yaml(item, `${indent}  `).trimStart()}`).join('');
  if (!isFields(value)) return ` ${String(value)}`;
  const pairs = Object.entries(value);
  return pairs.map(([key, item]) => `\n${indent}${key}:${yaml(item, `${indent}  `)}`).join('');
}

function java(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(java).join(', ')}]`;
  if (!isFields(value)) return String(value);
  const pairs = Object.entries(value).map(([key, item]) => `${key}=${java(item)}`);
  return `{${pairs.join(', ')}}`;
}

/** These forms are read whole where no value has quotes in it. */
export const PLAIN_FORMS: Readonly<Record<string, Form>> = {
  'no lines of braces': (message) => withoutLines(pretty(message), /^[\s{}[\],]*$/),
  'no lines of closers': (message) => withoutLines(pretty(message), /^[\s}\],]*$/),
  'no braces': (message) => pretty(message).replace(/[{}]/g, ''),
  'smart quotes': (message) => pretty(message).replace(/"([^"]*)"/g, '“$1”'),
  'quotes of one side': (message) => pretty(message).replaceAll('"', '”'),
  'escapes taken out by sed': (message) =>
    answer(message, 4).replaceAll('"{', '{').replaceAll('}"', '}').replaceAll('\\', ''),
  'backslashes lost': (message) => answer(message, 4).replaceAll('\\', ''),
  'escaped code points': (message) => compact(message).replaceAll('"', String.raw`\u0022`),
  'escaped bytes': (message) => compact(message).replaceAll('"', String.raw`\x22`),
  YAML: (message) => yaml(message).trim(),
  'YAML with a string': (message) => `DecodedMessage: '${compact(message)}'\n`,
  'a Java map': java,
  'lower-case keys': (message) => compact(message).replace(/"\w+":/g, (key) => key.toLowerCase()),
  'booleans as text': (message) => pretty(message).replace(/: (true|false),/g, ': "$1",'),
  'emphasis everywhere': (message) =>
    `*{*\n\n*"DecodedMessage": ${twice(message)
      .replace(String.raw`\"explicitDeny\":true`, String.raw`\"**explicitDeny\":true**`)
      .replace(
        String.raw`\"ec2:RunInstances\",\"r`,
        String.raw`\"**ec2:RunInstances\**",\"r`,
      )}*\n\n*}*`,
  'a missing colon': (message) => pretty(message).replace('"context":', '"context"'),
  'a closer too early': (message) => pretty(message).replace('"failures"', '}, "failures"'),
  'two values too early closed': (message) => pretty(message).replace('true,\n', 'true }\n'),
};
