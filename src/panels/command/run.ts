import { notify } from '../../ui/notify.tsx';

/** Runs what may fail outside of anything we can foresee (a refused picker, a full disk) and says so. */
export function run(action: () => void | Promise<unknown>): void {
  void (async () => {
    try {
      await action();
    } catch (error) {
      notify.failed(error instanceof Error ? error.message : String(error));
    }
  })();
}
