// LookupEvents → [denied] → heard: of a page of events, those that were denied, each once.
import type { Event } from '@aws-sdk/client-cloudtrail';
import { readRecord } from '../../core/event/cloudtrail-record';
import { isDenial } from '../../core/event/denial';
import type { Listener } from '../../core/scan/source';

/** Makes what hears the pages of all Regions; a denial that comes again is left out. */
export function hearDenied({ record, damaged }: Listener) {
  const heard = new Set<string>();
  return (region: string) =>
    (events: readonly Event[]): void => {
      for (const { EventId, CloudTrailEvent: json } of events) {
        if (!json?.includes('"errorCode"')) continue;
        const id = EventId ?? json;
        if (heard.has(id)) continue;
        const read = reading(json);
        if (read === 'allowed') continue;
        heard.add(id);
        if (read === 'denied') record(json);
        else damaged(`event ${id} in ${region}`, 'its record is no JSON');
      }
    };
}

function reading(json: string): 'denied' | 'allowed' | 'no JSON' {
  try {
    const record = readRecord(JSON.parse(json));
    return record !== null && isDenial(record) ? 'denied' : 'allowed';
  } catch {
    return 'no JSON';
  }
}
