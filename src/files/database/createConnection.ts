import { openWorkspaceDatabase } from './openWorkspaceDatabase.ts';
import type { WorkspaceDatabase } from './openWorkspaceDatabase.ts';

/** The database, opened when first needed and again after the browser closed it. */
export interface Connection {
  use<Result>(work: (database: WorkspaceDatabase) => Promise<Result>): Promise<Result>;
  close(): void;
}

export function createConnection(name: string): Connection {
  let opening: Promise<WorkspaceDatabase> | null = null;

  const forget = (): void => {
    opening = null;
  };

  const open = (): Promise<WorkspaceDatabase> => {
    if (opening === null) {
      opening = openWorkspaceDatabase({ name, onClosed: forget });
      // Tried again at the next use: room may have been made, a newer tab may have gone.
      opening.catch(forget);
    }
    return opening;
  };

  return {
    async use(work) {
      const database = await open();
      try {
        return await work(database);
      } catch (error) {
        // The connection was closed under us, by a newer tab or by the browser.
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
        forget();
        return work(await open());
      }
    },
    close() {
      void opening?.then((database) => database.close()).catch(() => undefined);
      forget();
    },
  };
}
