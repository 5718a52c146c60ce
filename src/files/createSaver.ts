import type { WorkspaceSave, WorkspaceStorage } from './WorkspaceStorage.ts';

export type SaverState =
  | { readonly type: 'saved' }
  | { readonly type: 'saving' }
  | { readonly type: 'unsaved' }
  /** Tried again by itself every few seconds. */
  | { readonly type: 'unavailable'; readonly message: string }
  /** Another tab saved meanwhile; nothing is saved until `resume`. `version` is the stored one, 0: it was removed. */
  | { readonly type: 'conflict'; readonly version: number };

/** What to save, asked for when the time has come; null: nothing any more. */
export type SaveProvider = () => WorkspaceSave | null;

export interface Saver {
  /** Something changed. Many changes become one save; the last provider wins. */
  schedule(provide: SaveProvider): void;
  /** Saves now what is scheduled, after what is being saved. Resolves with the state after that. */
  flush(): Promise<SaverState>;
  /** The conflict was settled (the next `basedOn` is right, or another workspace is shown). */
  resume(): void;
  /** Forgets what is scheduled. */
  cancel(): void;
  readonly state: SaverState;
}

/** Saves a little after each change, never two at once, and stops at a conflict until told to go on. */
export function createSaver(options: {
  readonly storage: Pick<WorkspaceStorage, 'save'>;
  /** Milliseconds from the first change to the save. */
  readonly delay?: number;
  /** Milliseconds until a save that was not possible is tried again. */
  readonly retryDelay?: number;
  readonly onState?: (state: SaverState) => void;
  /** Called before the next save is asked for, which has to build on this version. */
  readonly onSaved?: (save: WorkspaceSave, version: number) => void;
}): Saver {
  const { storage, delay = 150, retryDelay = 5000, onState, onSaved } = options;
  let state: SaverState = { type: 'saved' };
  let pending: SaveProvider | null = null;
  let running: Promise<void> | null = null;
  /** Counts up with every `cancel`: a save that failed after it is not scheduled again. */
  let epoch = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const enter = (next: SaverState): void => {
    state = next;
    onState?.(next);
  };

  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  const wake = (after: number): void => {
    // Not started anew with each change: steady typing must not put the save off for ever.
    timer ??= setTimeout(() => {
      timer = null;
      if (running === null && pending !== null) void start(pending);
    }, after);
  };

  const start = (provide: SaveProvider): Promise<void> => {
    stopTimer();
    pending = null;
    running = saveOnce(provide).finally(() => {
      running = null;
    });
    return running;
  };

  const saveOnce = async (provide: SaveProvider): Promise<void> => {
    const startedIn = epoch;
    const save = provide();
    if (save === null) return enter({ type: 'saved' });
    enter({ type: 'saving' });
    const result = await storage.save(save);
    if (result.ok) {
      onSaved?.(save, result.version);
      enter({ type: pending === null ? 'saved' : 'unsaved' });
      if (pending !== null) wake(delay);
      return;
    }
    if (epoch === startedIn) pending ??= provide;
    if (result.reason === 'conflict') return enter({ type: 'conflict', version: result.version });
    enter({ type: 'unavailable', message: result.message });
    if (pending !== null) wake(retryDelay);
  };

  const flush = async (): Promise<SaverState> => {
    for (let tried = false; ;) {
      if (running !== null) await running;
      else if (pending === null || state.type === 'conflict' || (tried && state.type === 'unavailable')) return state;
      else {
        tried = true;
        await start(pending);
      }
    }
  };

  return {
    schedule(provide) {
      pending = provide;
      if (state.type === 'conflict') return;
      if (state.type === 'saved') enter({ type: 'unsaved' });
      if (running === null) wake(delay);
    },
    flush,
    resume() {
      if (state.type !== 'conflict') return;
      enter({ type: pending === null ? 'saved' : 'unsaved' });
      if (pending !== null) wake(delay);
    },
    cancel() {
      stopTimer();
      epoch += 1;
      pending = null;
      if (state.type !== 'saving') enter({ type: 'saved' });
    },
    get state() {
      return state;
    },
  };
}
