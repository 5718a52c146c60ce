import type { Journal } from '../files/createJournal.ts';
import type { WorkspaceStorage } from '../files/WorkspaceStorage.ts';
import type { EngineClient } from '../worker/EngineClient.ts';

/** What the store's actions need from outside; `main.tsx` hands it in, tests hand in their own. */
export interface Services {
  readonly engine: EngineClient;
  readonly storage: WorkspaceStorage;
  /** Absent where nothing can be written down at once. */
  readonly journal?: Journal | null;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A new unique id. */
  readonly newId: () => string;
}

let services: Services | null = null;

export function provideServices(given: Services): void {
  services = given;
}

export function requireServices(): Services {
  if (services === null) throw new Error('The store has no services yet: provideServices() comes first.');
  return services;
}
