import { describe, expect, it } from 'vitest';
import { createEngineClient } from './createEngineClient.ts';
import { OutdatedAnswer } from './EngineClient.ts';
import type { RequestMessage, ResponseMessage } from './protocol.ts';
import type { SnapshotUpdate } from './snapshot/SnapshotUpdate.ts';

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

/** An update's answer that builds on nothing; the snapshot is known by its profile. */
const anUpdate = (profile: string): SnapshotUpdate => ({
  base: null,
  pieces: [{ list: 'workloads', patch: [] }],
  values: { profile },
});

const change = { changed: [], removed: [], order: [], fresh: false, assumeComplete: false };

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
    answer(0, anUpdate('old'));
    answer(1, []);
    answer(2, anUpdate('new'));
    await expect(old).rejects.toBeInstanceOf(OutdatedAnswer);
    await expect(offers).rejects.toBeInstanceOf(OutdatedAnswer);
    expect(await current).toMatchObject({ profile: 'new' });
  });

  it('says what the next answer is to build on, and puts the pieces together', async () => {
    const { worker, asked, start, answer } = aWorker();
    const client = createEngineClient(start);
    const first = client.ask('update', change);
    const kind = (name: string) => ({ apiVersion: 'v1', kind: name, count: 1 });
    const piece = (...names: string[]) => ({ list: 'otherKinds' as const, patch: [{ items: names.map(kind) }] });
    const { id, revision } = asked[0]!;
    worker.onmessage!({ data: { id, revision, ahead: [piece('Secret')] } });
    answer(0, { ...anUpdate('kubernetes'), pieces: [...anUpdate('').pieces, piece('ConfigMap')] });
    const before = await first;
    expect(before.otherKinds.map((it) => it.kind)).toEqual(['Secret', 'ConfigMap']);
    const second = client.ask('update', change);
    expect(asked.map(({ base }) => base)).toEqual([null, 1]);
    answer(1, { base: 1, pieces: [{ list: 'otherKinds', patch: [{ kept: [1, 1] }] }], values: {} });
    expect((await second).otherKinds[0]).toBe(before.otherKinds[1]);
  });

  it('begins anew when an answer builds on a snapshot that is not there', async () => {
    const { worker, start, answer } = aWorker();
    const client = createEngineClient(start);
    const lost = client.ask('update', change);
    answer(0, { ...anUpdate('kubernetes'), base: 7 });
    await expect(lost).rejects.toThrow('builds on');
    expect(worker.terminated).toBe(true);
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
    second.answer(0, anUpdate('fine'));
    expect(await again).toMatchObject({ profile: 'fine' });
  });
});
