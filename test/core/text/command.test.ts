import { bareMessage, messagesInCommands } from '../../../core/text/command';
import { encodedSample } from '../message/encoded-sample';

const MESSAGE = encodedSample(640);
const DASHED = `-${MESSAGE.slice(1)}`;
const wrapped = (MESSAGE.match(/.{1,80}/g) ?? []).join('\n');

describe('messagesInCommands', () => {
  it.each([
    ['a text without a command', 'aws sts get-caller-identity'],
    ['prose', 'the encoded message'],
    ['a placeholder', 'aws sts decode-authorization-message --encoded-message <encoded-message>'],
    ['a variable', '--encoded-message $MESSAGE'],
    ['a file', '--encoded-message file://message.txt'],
    ['a short placeholder', '--encoded-message abcdef'],
    ['the help', 'decode-authorization-message --encoded-message <value> [--cli-input-json'],
  ])('finds nothing in %s', (_title, text) => {
    expect(messagesInCommands(text)).toEqual([]);
  });

  it.each([
    ['a space', `aws sts decode-authorization-message --encoded-message ${MESSAGE}`],
    ['an equals sign', `--encoded-message=${MESSAGE} --query DecodedMessage`],
    ['quotes', `--encoded-message "${MESSAGE}"`],
    ['a misspelling', `--encoded-messag ${MESSAGE}`],
    ['another misspelling', `--encoded-mesage '${MESSAGE}'`],
    ['one dash', `-encoded-message ${MESSAGE}`],
    ['a long dash', `—encoded-message ${MESSAGE}`],
    ['a line end', `--encoded-message \n${wrapped}\n`],
    ['a call of an SDK', `sts.decode_authorization_message(EncodedMessage='${MESSAGE}')`],
    ['a parameter in JSON', `{"EncodedMessage": "${MESSAGE}"}`],
    ['a parameter of Ruby', `encoded_message: "${MESSAGE}"`],
  ])('finds a message behind %s', (_title, text) => {
    expect(messagesInCommands(text)).toMatchObject([
      { message: { kind: 'whole', encoded: MESSAGE, length: 640 }, stated: null, operation: null },
    ]);
  });

  it('finds a message that begins with a dash', () => {
    expect(messagesInCommands(`--encoded-message ${DASHED}`)).toMatchObject([
      { message: { encoded: DASHED } },
    ]);
  });

  it('finds a message that is cut', () => {
    expect(messagesInCommands(`--encoded-message ${MESSAGE.slice(0, 20)}...`)).toMatchObject([
      { message: { kind: 'cut', length: 20 } },
    ]);
  });

  it.each([
    ['two spaces', `--encoded-message  ${MESSAGE}`],
    ['spaces and a colon', `encoded_message : ${MESSAGE}`],
    ['a key of Python in quotes', `'encoded_message': '${MESSAGE}'`],
    ['two long dashes', `——encoded-message ${MESSAGE}`],
    ['no dash between the words', `--encodedmessage ${MESSAGE}`],
  ])('finds a message behind %s', (_title, text) => {
    expect(messagesInCommands(text)).toHaveLength(1);
  });

  it('finds several', () => {
    expect(
      messagesInCommands(`--encoded-message ${MESSAGE}\n--encoded-message ${DASHED}`),
    ).toHaveLength(2);
  });
});

describe('bareMessage', () => {
  it.each([
    ['words', 'hello there'],
    ['a short run', MESSAGE.slice(0, 59)],
    ['a run shorter than a message', MESSAGE.slice(0, 199)],
    ['a checksum', `sha256:${'0123456789abcdef'.repeat(4)}`],
    ['a web token', `eyJhbGciOiJIUzI1NiJ9.${MESSAGE}.${MESSAGE.slice(0, 43)}`],
    ['a path', `https://a.example/${MESSAGE}`],
    ['too many other words', `${MESSAGE} ${'word '.repeat(41)}`],
  ])('finds nothing in %s', (_title, text) => {
    expect(bareMessage(text)).toBeNull();
  });

  it.each([
    ['alone', MESSAGE],
    ['with line ends around it', `\n${MESSAGE}\n`],
    ['in quotes', `"${MESSAGE}"`],
    ['wrapped', wrapped],
    ['as the value of a variable', `MESSAGE=${MESSAGE}`],
    ['among a few words', `Can you decode ${MESSAGE} for me?`],
    ['among two hundred other characters', `${MESSAGE} ${'word '.repeat(39)}word`],
  ])('finds a message %s', (_title, text) => {
    expect(bareMessage(text)).toMatchObject({ message: { kind: 'whole', encoded: MESSAGE } });
  });

  it('finds a message that begins with a dash', () => {
    expect(bareMessage(DASHED)?.message).toMatchObject({ kind: 'whole', encoded: DASHED });
  });

  it('finds a message of two hundred characters', () => {
    expect(bareMessage(MESSAGE.slice(0, 200))?.message.kind).toBe('whole');
  });

  it('finds a message that is cut', () => {
    expect(bareMessage(`${MESSAGE}...`)?.message).toEqual({ kind: 'cut', length: 640 });
  });

  it('finds a message of which a log made small letters', () => {
    expect(bareMessage(MESSAGE.toLowerCase())?.message).toEqual({ kind: 'damaged', length: 640 });
  });
});
