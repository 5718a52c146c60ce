import { createSession } from './createSession.ts';
import type { RequestMessage, ResponseMessage } from './protocol.ts';

/** Only dispatch: what the questions mean is in `createSession.ts`. */
const session = createSession();

/**
 * Newer text makes an evaluation that has not begun pointless: updates are applied when they arrive, and evaluated only
 * when no newer one waits behind them.
 */
const queue: RequestMessage[] = [];
let scheduled = false;
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  scheduled = false;
  const request = queue.shift();
  if (request) answer(request);
  schedule();
};

function schedule(): void {
  if (scheduled || queue.length === 0) return;
  scheduled = true;
  channel.port2.postMessage(null);
}

function answer(request: RequestMessage): void {
  const { id, revision } = request;
  let response: ResponseMessage;
  try {
    const overtaken = request.name !== 'layout' && queue.some((later) => later.name === 'update');
    response = { id, revision, ok: true, result: session.answer(request.name, request.args, { overtaken }) };
  } catch (error) {
    response = { id, revision, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : `${error}` };
  }
  self.postMessage(response, response.ok ? findTransferables(response.result) : []);
}

/** The columns of a flow table are handed over, not copied. */
function findTransferables(result: unknown): Transferable[] {
  const flows = (result as { flows?: Record<string, unknown> } | null)?.flows;
  if (!flows) return [];
  return Object.values(flows).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []));
}

self.onmessage = (event: MessageEvent<RequestMessage>) => {
  queue.push(event.data);
  schedule();
};
