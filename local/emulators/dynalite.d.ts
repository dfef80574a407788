declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Milliseconds that a table stays in the state CREATING. */
    readonly createTableMs?: number;
  }

  export default function dynalite(options?: DynaliteOptions): Server;
}
