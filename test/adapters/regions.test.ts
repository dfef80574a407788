import * as v from 'valibot';
import { enabledRegions } from '../../adapters/regions';
import { jsonError, jsonResult } from '../../local/wire/json';
import { type Loopback, type Reply, startLoopback } from '../../local/wire/loopback';

const request = v.object({
  NextToken: v.optional(v.string()),
  RegionOptStatusContains: v.array(v.string()),
});

let account: Loopback | null = null;
afterEach(() => account?.stop());

async function regionsWhere(answer: (asked: v.InferOutput<typeof request>) => Reply) {
  account = await startLoopback(async ({ path, body }) => {
    expect(path).toBe('/listRegions');
    return answer(v.parse(request, JSON.parse(body)));
  });
  return enabledRegions({
    region: 'us-east-1',
    endpoint: account.url,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'an-invented-secret' },
  });
}

describe('enabledRegions', () => {
  test('throws what AWS says', async () => {
    const asked = regionsWhere(() => jsonError('1.1', 403, 'AccessDeniedException', 'no'));
    await expect(asked).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test('reads all pages, of enabled Regions alone, and sorts them by name', async () => {
    const pages = [['us-east-1', 'eu-west-3'], ['ap-east-1'], []];
    const regions = await regionsWhere(({ NextToken = '0', RegionOptStatusContains }) => {
      expect(RegionOptStatusContains).toEqual(['ENABLED', 'ENABLED_BY_DEFAULT']);
      const at = Number(NextToken);
      const Regions = pages[at]?.map((RegionName) => ({ RegionName }));
      return jsonResult('1.1', { Regions, ...(at < 2 && { NextToken: String(at + 1) }) });
    });
    expect(regions).toEqual(['ap-east-1', 'eu-west-3', 'us-east-1']);
  });
});
