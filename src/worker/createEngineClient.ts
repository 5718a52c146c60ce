import { OutdatedAnswer, type EngineClient } from './EngineClient.ts';
import type { EngineRequestName, RequestMessage, ResponseMessage } from './protocol.ts';

interface Waiting {
  readonly name: EngineRequestName;
  readonly revision: number;
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

  const settle = (message: ResponseMessage): void => {
    const request = waiting.get(message.id);
    if (!request) return;
    waiting.delete(message.id);
    if (request.revision !== revision && !timeless.has(request.name)) request.reject(new OutdatedAnswer());
    else if (message.ok) request.resolve(message.result);
    else request.reject(new Error(message.error));
  };

  const fail = (reason: string): void => {
    worker?.terminate();
    worker = null;
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
      const message: RequestMessage = { id: nextId++, revision, name, args };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { name, revision, resolve: resolve as (result: unknown) => void, reject });
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
