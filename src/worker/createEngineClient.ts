import { OutdatedAnswer, type EngineClient } from './EngineClient.ts';
import type { EngineRequestName, RequestMessage, ResponseMessage } from './protocol.ts';
import { createSnapshotReceiver } from './snapshot/createSnapshotReceiver.ts';
import type { SnapshotPiece, SnapshotUpdate } from './snapshot/SnapshotUpdate.ts';

interface Waiting {
  readonly name: EngineRequestName;
  readonly revision: number;
  /** What came of the answer before its end. */
  readonly ahead: SnapshotPiece[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Questions that are not about the text: a newer text does not make their answer wrong. */
const timeless: ReadonlySet<EngineRequestName> = new Set(['layout']);

/**
 * The engine in a worker. Every request carries the revision of the text it was asked on, counted here by `update`s; an
 * answer for an older one is dropped in `settle`, the only place that does.
 */
export function createEngineClient(startWorker: () => Worker): EngineClient {
  let worker: Worker | null = null;
  let nextId = 1;
  let revision = 0;
  const waiting = new Map<number, Waiting>();

  const receiver = createSnapshotReceiver();

  const settle = (message: ResponseMessage): void => {
    const request = waiting.get(message.id);
    if (!request) return;
    if ('ahead' in message) {
      request.ahead.push(...message.ahead);
      return;
    }
    waiting.delete(message.id);
    if (request.revision !== revision && !timeless.has(request.name)) request.reject(new OutdatedAnswer());
    else if (!message.ok) request.reject(new Error(message.error));
    else if (request.name !== 'update') request.resolve(message.result);
    else receive(request, message.result as SnapshotUpdate);
  };

  const receive = ({ revision: about, ahead, resolve, reject }: Waiting, update: SnapshotUpdate): void => {
    try {
      resolve(receiver.receive(about, update, ahead));
    } catch (error) {
      // Both ends must begin anew: nothing that builds on this can be right.
      const reason = error instanceof Error ? error.message : String(error);
      reject(new Error(reason));
      fail(reason);
    }
  };

  const fail = (reason: string): void => {
    worker?.terminate();
    worker = null;
    receiver.forget();
    const lost = [...waiting.values()];
    waiting.clear();
    for (const request of lost) request.reject(new Error(reason));
  };

  const running = (): Worker => {
    if (worker) return worker;
    worker = startWorker();
    worker.onmessage = (event: MessageEvent<ResponseMessage>) => settle(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || 'The engine stopped unexpectedly.');
    };
    worker.onmessageerror = () => fail('The engine sent something unreadable.');
    return worker;
  };

  return {
    ask(name, args) {
      if (name === 'update') revision += 1;
      const message: RequestMessage = { id: nextId++, revision, name, args, base: receiver.base() };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { name, revision, ahead: [], resolve: resolve as (result: unknown) => void, reject });
        try {
          running().postMessage(message);
        } catch (error) {
          waiting.delete(message.id);
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    },
    close: () => fail('The engine was closed.'),
  };
}
