import { logError, logInfo, logMetrics } from '../../lambda/log';

describe('a log line', () => {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    // Past the console, which Lambda replaces by one that wraps each line.
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      lines.push(String(text).trimEnd());
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());

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

  test('of metrics has them at its root', () => {
    logMetrics([{ _aws: { Timestamp: 1 }, Denials: 2 }, { Denials: 3 }]);
    expect(lines).toEqual(['{"_aws":{"Timestamp":1},"Denials":2}', '{"Denials":3}']);
  });
});
