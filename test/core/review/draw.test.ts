import { draw } from '../../../core/review/draw';
import { FIRST_QUERY } from '../../../core/review/query';
import { FACE } from '../render/html/sample';
import { fingerprintOf, groupOf, RANGE, stored } from './sample';

describe('an address', () => {
  test('leads to its view', async () => {
    const { groups } = await stored([groupOf(1)]);
    const drawing = { groups, face: FACE, range: RANGE };
    const summary = 'Role ci-runner may not pass role web-profile to EC2 (implicit deny)';
    expect(await draw({ view: 'causes', query: FIRST_QUERY }, drawing)).toMatchObject({
      title: 'Causes of denied launches',
    });
    const fingerprint = fingerprintOf(1);
    expect(await draw({ view: 'cause', fingerprint }, drawing)).toMatchObject({ title: summary });
    const health = [{ name: 'Queue', state: 'ok', found: 'empty' }] as const;
    const overview = await draw({ view: 'overview', span: '7d' }, { ...drawing, health });
    expect(String(overview?.body)).toMatch(/Sweep.*Queue/s);
    const past = await draw({ view: 'overview', span: '7d' }, { ...drawing, isPast: true });
    expect(String(past?.body)).not.toContain('Sweep');
  });

  test('leads nowhere where the group is gone', async () => {
    const { groups } = await stored([]);
    const drawing = { groups, face: FACE, range: RANGE };
    expect(await draw({ view: 'cause', fingerprint: 'v1:none' }, drawing)).toBeNull();
  });
});
