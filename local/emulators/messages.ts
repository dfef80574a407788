// What the process of the emulators tells the one that started it.
import * as v from 'valibot';

/** Where the emulators listen. */
export const emulatorUrls = v.object({ dynamodb: v.string(), messaging: v.string() });

/** One endpoint for tables, one for queues and topics together. */
export type EmulatorUrls = Readonly<v.InferOutput<typeof emulatorUrls>>;
