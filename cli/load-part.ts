// Most runs of the command ask AWS nothing, and what asks it costs more to load than all the rest. So it
// is bundled in parts that stand beside the command, each loaded by who needs it.
import { createRequire } from 'node:module';
import type { Parts } from './parts';

/** Loads a part; the second time it is there. */
export function loadPart<Name extends keyof Parts>(name: Name): Parts[Name] {
  // The SDK announces on Node 20 what its later versions will need; this version runs there.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  return createRequire(__filename)(`./cli/${name}.cjs`) as Parts[Name];
}
