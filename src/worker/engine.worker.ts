import { createDispatcher } from './createDispatcher.ts';
import { createSession } from './createSession.ts';
import type { RequestMessage } from './protocol.ts';

/** Only wiring: what the questions mean is in `createSession.ts`, when they are answered in `createDispatcher.ts`. */
const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.onmessage = () => tasks.shift()?.();

const dispatcher = createDispatcher({
  session: createSession(),
  post: (message, handedOver) => self.postMessage(message, handedOver),
  schedule: (task) => {
    tasks.push(task);
    channel.port2.postMessage(null);
  },
});

self.onmessage = (event: MessageEvent<RequestMessage>) => dispatcher.receive(event.data);
