import type { EngineRequestName, EngineRequests } from './protocol.ts';

/** The answer belongs to text that has changed since; whoever asked asks again if it still matters. */
export class OutdatedAnswer extends Error {
  override readonly name = 'OutdatedAnswer';
}

/** The engine as the main thread sees it. */
export interface EngineClient {
  /**
   * Asks the worker. Rejects with `OutdatedAnswer` when a newer `update` was sent meanwhile, and with an `Error` when the
   * engine failed; the worker is started anew after a crash and told everything again on the next update.
   */
  ask<N extends EngineRequestName>(name: N, args: EngineRequests[N]['args']): Promise<EngineRequests[N]['result']>;
  /** Ends the worker. */
  close(): void;
}
