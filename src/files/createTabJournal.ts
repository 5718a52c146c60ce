import { createJournal, type Journal } from './createJournal.ts';

const lockName = (session: string): string => `polder.journal:${session}`;

/** The journal of this tab, in the browser's local storage; null where there is none. A lock says that the tab is alive. */
export function createTabJournal(options: { readonly session: string; readonly now: () => number }): Journal | null {
  try {
    const { localStorage: store } = window;
    // Missing on plain http hosts; then every other session counts as gone.
    const locks = navigator.locks as LockManager | undefined;
    void locks?.request(lockName(options.session), () => new Promise(() => undefined)).catch(() => undefined);
    const isAlive = async (session: string): Promise<boolean> => {
      const { held } = (await locks?.query()) ?? {};
      return held?.some(({ name }) => name === lockName(session)) ?? false;
    };
    return createJournal({ ...options, store, isAlive });
  } catch {
    return null;
  }
}
