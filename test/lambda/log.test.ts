import { logError, logInfo } from '../../lambda/log';

describe('a log line', () => {
  const lines: string[] = [];
  const before = { info: console.info, error: console.error };
  beforeEach(() => {
    lines.length = 0;
    console.info = console.error = (text: string) => void lines.push(text);
  });
  afterEach(() => Object.assign(console, before));

  test('is one line of JSON with its time and level', () => {
    logInfo('denial alerted', { eventId: 'e-1', text: 'two\nlines' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      level: 'INFO',
      message: 'denial alerted',
      eventId: 'e-1',
      text: 'two\nlines',
    });
  });

  test('tells an error with what caused it', () => {
    const cause = new TypeError('no topic');
    logError('item failed', new Error('not published', { cause }), { receives: 2 });
    logError('item failed', 'a text', {});
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        level: 'ERROR',
        receives: 2,
        error: {
          name: 'Error',
          message: 'not published',
          stack: expect.stringContaining('not published'),
          cause: { name: 'TypeError', message: 'no topic' },
        },
      },
      { level: 'ERROR', error: 'a text' },
    ]);
  });
});
