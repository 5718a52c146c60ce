import type { Steps } from '../engine/index.ts';
import type { Session } from './createSession.ts';
import type { EngineRequestName, RequestMessage, ResponseMessage } from './protocol.ts';
import { listBuffers } from './snapshot/createSnapshotUpdate.ts';
import { splitUpdate } from './snapshot/splitUpdate.ts';
import type { SnapshotUpdate } from './snapshot/SnapshotUpdate.ts';

export interface DispatcherOptions {
  readonly session: Session;
  readonly post: (message: ResponseMessage, handedOver: ArrayBuffer[]) => void;
  /** Runs a task later, after messages that have arrived by then. */
  readonly schedule: (task: () => void) => void;
}

export interface Dispatcher {
  receive(request: RequestMessage): void;
}

interface Evaluation {
  readonly request: RequestMessage;
  readonly steps: Steps<SnapshotUpdate>;
}

/**
 * Takes one request after the other, an evaluation in steps with a task each. A newer text makes it pointless: the steps that
 * are left are dropped, and an evaluation that has not begun never does. Every request gets an answer.
 */
export function createDispatcher({ session, post, schedule }: DispatcherOptions): Dispatcher {
  const queue: RequestMessage[] = [];
  let running: Evaluation | null = null;
  let scheduled = false;

  const wake = (): void => {
    if (scheduled || (running === null && queue.length === 0)) return;
    scheduled = true;
    schedule(() => {
      scheduled = false;
      takeStep();
      wake();
    });
  };

  const takeStep = (): void => {
    const request = running?.request ?? queue.shift()!;
    try {
      if (request.name !== 'update') respond(request, answer(request, request.name));
      else advance((running ??= begin(request)));
    } catch (error) {
      running = null;
      const { id, revision } = request;
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      post({ id, revision, ok: false, error: words }, []);
    }
  };

  /** An answer about a text that is about to change will be dropped: it is not worked out. */
  const answer = ({ args }: RequestMessage, name: Exclude<EngineRequestName, 'update'>): unknown =>
    name !== 'layout' && isOvertaken() ? null : session.answer(name, args);

  const isOvertaken = (): boolean => queue.some(({ name }) => name === 'update');

  const begin = (request: RequestMessage): Evaluation => {
    const { revision, base } = request;
    return { request, steps: session.update(request.args as Parameters<Session['update']>[0], { revision, base }) };
  };

  const advance = ({ request, steps }: Evaluation): void => {
    const step = isOvertaken() ? null : steps.next();
    if (step !== null && step.done !== true) return;
    running = null;
    if (step === null) respond(request, null);
    else sendUpdate(request, step.value);
  };

  const sendUpdate = (request: RequestMessage, update: SnapshotUpdate): void => {
    const { ahead, last } = splitUpdate(update);
    const { id, revision } = request;
    for (const pieces of ahead) post({ id, revision, ahead: pieces }, []);
    respond(request, last, listBuffers(last));
  };

  const respond = ({ id, revision }: RequestMessage, result: unknown, handedOver: ArrayBuffer[] = []): void =>
    post({ id, revision, ok: true, result }, handedOver);

  return {
    receive: (request) => {
      queue.push(request);
      wake();
    },
  };
}
