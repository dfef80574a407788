import { refusalsIn } from '../../../core/text/marks';
import { encodedSample } from '../message/encoded-sample';

const LEAD = 'You are not authorized to perform this operation.';
const SENTENCE = 'User: x is not authorized to perform: ec2:RunInstances';
const MESSAGE = `Encoded authorization failure message: ${encodedSample(300)}`;

function stretches(text: string): string[] {
  return refusalsIn(text).map(({ start, end }) => text.slice(start, end));
}

describe('refusalsIn', () => {
  it.each([
    [''],
    ['You are not authorized to perform magic.'],
    ['not authorized to perform thisoperation'],
    ['not authorized to use it'],
    ['Decode the encoded message with STS.'],
    ['Here is the encoded message: '],
    ['the encoded authorization failure message is long'],
  ])('finds nothing in %j', (text) => {
    expect(refusalsIn(text)).toEqual([]);
  });

  it.each([
    [LEAD, 'not authorized to perform'],
    ['You are not authorized to perform this action', 'not authorized to perform'],
    ['You are not authorized to perform the requested operation', 'not authorized to perform'],
    [SENTENCE, 'not authorized to perform'],
    ["it isn't authorized to call ec2:CreateFleet", "n't authorized to call"],
    [
      'You are not authorized to use launch template: lt-x',
      'not authorized to use launch template',
    ],
    ['Encoded authorization failure message:', 'Encoded authorization failure message:'],
    ['(encoded message: abc123)', 'encoded message:'],
    [`the encoded message ${encodedSample(300)}`, 'encoded message '],
    [
      `${LEAD} ${SENTENCE}. ${MESSAGE}`,
      `not authorized to perform this operation. ${SENTENCE}. Encoded authorization failure message:`,
    ],
    [
      `${SENTENCE}. ${MESSAGE}`,
      'not authorized to perform: ec2:RunInstances. Encoded authorization failure message:',
    ],
  ])('finds one in %j', (text, stretch) => {
    expect(stretches(text)).toEqual([stretch]);
  });

  it.each([
    ['two leads', `${LEAD} ${LEAD}`],
    ['two sentences', `${SENTENCE}, ${SENTENCE}`],
    ['a sentence and a lead', `${SENTENCE}. ${LEAD}`],
    ['two messages', `${LEAD} ${MESSAGE}\n${LEAD} ${MESSAGE}`],
    ['parts far from each other', `${LEAD}${' '.repeat(3000)}${SENTENCE}`],
  ])('finds two in %s', (_title, text) => {
    expect(refusalsIn(text)).toHaveLength(2);
  });

  it('keeps parts together that are near enough', () => {
    expect(refusalsIn(`${LEAD}${' '.repeat(2900)}${SENTENCE}`)).toHaveLength(1);
  });
});
