import { describe, expect, it } from 'vitest';
import { createEngineClient } from './createEngineClient.ts';
import { OutdatedAnswer } from './EngineClient.ts';
import type { RequestMessage, ResponseMessage } from './protocol.ts';

/** A worker that answers when the test says so. */
function aWorker() {
  const asked: RequestMessage[] = [];
  const worker = {
    onmessage: null as ((event: { data: ResponseMessage }) => void) | null,
    onerror: null as ((event: { message: string; preventDefault(): void }) => void) | null,
    postMessage: (message: RequestMessage) => asked.push(message),
    terminated: false,
    terminate: () => (worker.terminated = true),
  };
  const answer = (position: number, result: unknown): void => {
    const { id, revision } = asked[position]!;
    worker.onmessage!({ data: { id, revision, ok: true, result } });
  };
  return { worker, asked, answer, start: () => worker as unknown as Worker };
}

const change = { changed: [], removed: [], order: [], fresh: false };

describe('the engine client', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    const { start, answer } = aWorker();
    const client = createEngineClient(start);
    const first = client.ask('portOffers', { to: 'shop/Deployment/api' });
    const second = client.ask('portOffers', { to: 'shop/Deployment/db' });
    answer(1, ['second']);
    answer(0, ['first']);
    expect(await first).toEqual(['first']);
    expect(await second).toEqual(['second']);
  });

  it('drops an answer about older text', async () => {
    const { start, answer } = aWorker();
    const client = createEngineClient(start);
    const old = client.ask('update', change);
    const offers = client.ask('portOffers', { to: 'x' });
    const current = client.ask('update', change);
    answer(0, 'old');
    answer(1, []);
    answer(2, 'new');
    await expect(old).rejects.toBeInstanceOf(OutdatedAnswer);
    await expect(offers).rejects.toBeInstanceOf(OutdatedAnswer);
    expect(await current).toBe('new');
  });

  it('keeps a layout although the text changed', async () => {
    const { start, answer } = aWorker();
    const client = createEngineClient(start);
    const layout = client.ask('layout', { nodes: [], groups: [], edges: [], fixed: {} });
    client.ask('update', change).catch(() => undefined);
    answer(0, { nodes: {}, groups: {} });
    expect(await layout).toEqual({ nodes: {}, groups: {} });
  });

  it('fails all open questions when the worker dies, and starts a new one for the next', async () => {
    const first = aWorker();
    const second = aWorker();
    const starts = [first.start, second.start];
    const client = createEngineClient(() => starts.shift()!());
    const lost = client.ask('update', change);
    first.worker.onerror!({ message: 'out of memory', preventDefault: () => undefined });
    await expect(lost).rejects.toThrow('out of memory');
    expect(first.worker.terminated).toBe(true);
    const again = client.ask('update', change);
    second.answer(0, 'fine');
    expect(await again).toBe('fine');
  });
});
