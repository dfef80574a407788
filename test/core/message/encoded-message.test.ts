import fc from 'fast-check';
import { findEncodedMessage, readEncodedMessage } from '../../../core/message/encoded-message';
import { encodedSample } from './encoded-sample';

const LEAD =
  'You are not authorized to perform this operation. Encoded authorization failure message:';
const MESSAGE = encodedSample(672);

function lines(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}

describe('an absent message', () => {
  it.each([
    ['the text announces none', 'You are not authorized to perform this operation.'],
    ['nothing stands behind the colon', LEAD],
    ['a quote closes behind the colon', `${LEAD}"`],
    ['a tag closes behind the colon', `${LEAD}</Message>`],
    [
      'the status follows',
      `${LEAD} status code: 403, request id: 7a205582-0850-4fa1-8ed3-fe3c111d58c4`,
    ],
    ['the status follows on the next line', `${LEAD} \n\tstatus code: 403, request id: `],
    ['the service follows in brackets', `${LEAD} (Service: AmazonEC2; Status Code: 403)`],
    ['a name and a colon follow', `${LEAD} RequestId: 7a205582`],
    ['another log line follows', `${LEAD}\n2018-05-30T15:11:40Z [DEBUG] terraform`],
    ['a request id follows alone', `${LEAD}\n7a205582-0850\n`],
    ['a word follows in prose', 'Decode the encoded message with the command of STS.'],
    ['a word follows without a colon', 'the encoded authorization failure message abc123'],
  ])('is told where %s', (_title, text) => {
    expect(findEncodedMessage(text)).toEqual({ kind: 'absent', length: 0 });
  });
});

describe('a cut message', () => {
  it.each([
    ['three dots', '...', 672],
    ['two dots', '..', 672],
    ['an ellipsis', '…', 672],
    ['three dots and a word', '...TRUNCATED', 672],
    ['a note in square brackets', '[truncated]', 672],
    ['a note in round brackets', ' (truncated)', 672],
    ['a note in angle brackets', ' <snip>', 672],
    ['dots in brackets', ' [...]', 672],
    ['dots and the status', '...  status code: 403', 672],
  ])('is told by %s', (_title, mark, length) => {
    expect(findEncodedMessage(`${LEAD} ${MESSAGE}${mark}`)).toEqual({ kind: 'cut', length });
  });

  it('is told where only dots stand for it', () => {
    expect(findEncodedMessage(`${LEAD}...\``)).toEqual({ kind: 'cut', length: 0 });
  });

  it('is told where it was cut in the middle', () => {
    expect(findEncodedMessage(`${LEAD} ${MESSAGE.slice(0, 30)}...${MESSAGE.slice(-30)}`)).toEqual({
      kind: 'cut',
      length: 30,
    });
  });

  it('is told however short the rest is', () => {
    expect(findEncodedMessage(`${LEAD}8f3Kd9x2QpL...`)).toEqual({ kind: 'cut', length: 11 });
  });
});

describe('a damaged message', () => {
  it.each([
    ['one character of four is left', MESSAGE.slice(0, 669), 669],
    ['it is shorter than any real one', MESSAGE.slice(0, 196), 196],
    ['it is longer than STS takes', encodedSample(10_244), 10_244],
    ['a log made it lower-case', MESSAGE.toLowerCase(), 672],
    ['a log made it upper-case', MESSAGE.toUpperCase(), 672],
    ['it holds a plus', `${MESSAGE}+${MESSAGE}`, 672],
    ['it holds a slash', `${MESSAGE}/${MESSAGE}`, 672],
    ['it holds a dot', `${MESSAGE}.${MESSAGE}`, 672],
    ['it ends with padding', `${MESSAGE}==`, 672],
    ['stars hide a part', `${MESSAGE}***${MESSAGE}`, 672],
    ['two stars hide a part', `${MESSAGE}**${MESSAGE}`, 672],
    ['stars hide its end', `${MESSAGE}****`, 672],
    ['it is an example of a manual', `${MESSAGE.slice(0, 300)}EXAMPLE${MESSAGE.slice(301)}`, 678],
    ['it holds the alphabet', `${MESSAGE.slice(0, 300)}-abcdefghijklmn`, 315],
    ['it is crossed out', 'xxxxxxxxx', 9],
    ['it is crossed out shortly', 'XXXX', 4],
    ['a part is crossed out', `${MESSAGE.slice(0, 300)}XXXXXXXX${MESSAGE.slice(0, 300)}`, 608],
    ['it is crossed out and cut', 'xxxxx...', 5],
    ['a dash and a word stand for it', '- abcdefgh', 1],
    ['a name in angle brackets stands for it', '<ENCODED MESSAGE>', 0],
    ['a name in another language stands for it', '<省略>', 0],
    ['a name in square brackets stands for it', '[message]', 0],
    ['a name in braces stands for it', '{message}', 0],
    ['a name in round brackets stands for it', '(removed)', 0],
    ['stars stand for it', '****', 0],
    ['a variable stands for it', '$MESSAGE', 0],
    ['a format stands for it', '%s', 0],
  ])('is told where %s', (_title, message, length) => {
    expect(findEncodedMessage(`${LEAD} ${message}`)).toEqual({ kind: 'damaged', length });
  });
});

describe('a whole message', () => {
  const whole = { kind: 'whole', encoded: MESSAGE, length: 672 };

  it.each([
    ['at the end', `${LEAD} ${MESSAGE}`],
    ['glued to the colon', `${LEAD}${MESSAGE}`],
    ['in capital letters', `${LEAD.toUpperCase()} ${MESSAGE}`],
    ['announced shortly', `Encoded message: ${MESSAGE}`],
    ['announced without a colon', `here is the encoded message ${MESSAGE}`],
    ['announced by a sentence', `Here is the encoded Message.\n${MESSAGE}`],
    ['behind prose that speaks of it', `Decode the encoded message: see below. ${LEAD} ${MESSAGE}`],
    ['behind bold words', `**${LEAD}** ${MESSAGE}`],
    ['on its own line', `${LEAD}\n\n    ${MESSAGE}\n`],
    ['before a full stop', `${LEAD} ${MESSAGE}.`],
    ['before a full stop and words', `${LEAD} ${MESSAGE}. Launching EC2 instance failed.`],
    ['in quotes', `"${LEAD} ${MESSAGE}"`],
    ['in quotes of its own', `${LEAD} '${MESSAGE}'`],
    ['in backticks', `${LEAD} \`${MESSAGE}\``],
    ['in XML', `<Message>${LEAD} ${MESSAGE}</Message>`],
    ['in bold type', `${LEAD} ${MESSAGE}**`],
    ['before the status', `${LEAD} ${MESSAGE} status code: 403, request id: 7a205582`],
    [
      'before the status on the next line',
      `${LEAD} ${MESSAGE}\n\tstatus code: 403, request id: 7a205582`,
    ],
    ['before the service', `${LEAD} ${MESSAGE} (Service: AmazonEC2; Status Code: 403)`],
    ['before a word alone on the next line', `${LEAD} ${MESSAGE}\nDone\n`],
    ['before a date on the next line', `${LEAD} ${MESSAGE}\n2018/05/30 15:11:40 [DEBUG]`],
    ['before a prompt', `${LEAD} ${MESSAGE}\n$ `],
    ['wrapped', `${LEAD}\n${lines(MESSAGE, 80).join('\n')}\n`],
    ['wrapped in narrow lines', `${LEAD}\n${lines(MESSAGE, 30).join('\n')}\n`],
    ['wrapped and indented', `${LEAD}\n\n    ${lines(MESSAGE, 84).join('\n    ')}\n`],
    ['wrapped in a box', `${LEAD} │\n│ ${lines(MESSAGE, 76).join(' │\n│ ')} │`],
    ['wrapped in quotes', `${LEAD}\n> ${lines(MESSAGE, 70).join('\n> ')}\n`],
    ['wrapped as joined strings', `${LEAD} " +\n"${lines(MESSAGE, 70).join('" +\n  "')}"`],
    ['wrapped with spaces', `${LEAD} ${lines(MESSAGE, 80).join(' ')} status code: 403`],
    [
      'wrapped by a person',
      `${LEAD}\n${MESSAGE.slice(0, 93)}\n${MESSAGE.slice(93, 187)}\n${MESSAGE.slice(187, 281)} \n${MESSAGE.slice(281, 372)}\n${MESSAGE.slice(372, 466)}\n${MESSAGE.slice(466, 560)}\n${MESSAGE.slice(560, 654)}\n${MESSAGE.slice(654)}`,
    ],
    [
      'wrapped behind its lead',
      `${LEAD} ${MESSAGE.slice(0, 31)}\n${lines(MESSAGE.slice(31), 120).join('\n')}\n        status code: 403`,
    ],
    ['wrapped with a blank line', `${LEAD} ${MESSAGE.slice(0, 400)}\n\n${MESSAGE.slice(400)}`],
    [
      'wrapped before its last characters',
      `${LEAD} ${MESSAGE.slice(0, 669)}\n${MESSAGE.slice(669)}`,
    ],
    [
      'wrapped before the status',
      `${LEAD}\n${lines(MESSAGE, 80).join('\n')} status code: 403, request id: 7a205582`,
    ],
  ])('is read %s', (_title, text) => {
    expect(findEncodedMessage(text)).toEqual(whole);
  });

  it('may begin with dashes', () => {
    const message = `-_-${MESSAGE.slice(3)}`;
    expect(readEncodedMessage(` ${message}`)).toEqual({
      kind: 'whole',
      encoded: message,
      length: 672,
    });
  });

  it.each([200, 10_240])('may have %d characters', (length) => {
    expect(readEncodedMessage(encodedSample(length))).toMatchObject({ kind: 'whole', length });
  });

  it('ends where the line behind a full one is a word of a log', () => {
    const full = lines(MESSAGE.slice(0, 640), 80);
    const ragged = [...full.slice(0, 7), full.at(7)?.slice(0, 77) ?? ''];
    expect(readEncodedMessage(`\n${ragged.join('\n')}\nTraceback\n`)).toMatchObject({
      length: 637,
    });
  });

  it('goes on with letters where all lines before are equally long', () => {
    const words = `${MESSAGE.slice(0, 640)}${'Traceback'.slice(0, 8)}`;
    expect(readEncodedMessage(`\n${lines(words, 80).join('\n')}\n`)).toMatchObject({
      kind: 'whole',
      encoded: words,
    });
  });

  it('ends with a line shorter than the others', () => {
    const text = `\n${lines(MESSAGE.slice(0, 220), 80).join('\n')}\n${MESSAGE.slice(0, 80)}`;
    expect(readEncodedMessage(text)).toMatchObject({ length: 220 });
  });
});

it('is the same wherever a terminal wraps it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 40, max: 300 }),
      fc.integer({ min: 0, max: 20 }),
      (width, indent) => {
        const text = `${LEAD}\n${lines(MESSAGE, width)
          .map((line) => ' '.repeat(indent) + line)
          .join('\n')}`;
        expect(findEncodedMessage(text)).toMatchObject({ kind: 'whole', encoded: MESSAGE });
      },
    ),
  );
});

it('never throws and never claims a character that is foreign to the alphabet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const found = findEncodedMessage(`${LEAD} ${MESSAGE}${text}`);
      expect(found.kind === 'whole' ? found.encoded : '').toMatch(/^[\w-]*$/);
    }),
  );
});
