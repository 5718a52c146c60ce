import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaver } from './createSaver.ts';
import type { SaverState } from './createSaver.ts';
import type { SaveResult, WorkspaceId, WorkspaceSave } from './WorkspaceStorage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const toSave = (name: string): WorkspaceSave => ({
  id: 'one' as WorkspaceId,
  name,
  changed: [],
  gone: [],
  order: [],
  removed: {},
  view: null,
  basedOn: 0,
});

/** A storage whose saves take 50 ms and end as told, well by default. */
function setUp(results: SaveResult[] = []) {
  const names: string[] = [];
  const states: SaverState['type'][] = [];
  let atOnce = 0;
  let most = 0;
  const storage = {
    save: async ({ name }: WorkspaceSave): Promise<SaveResult> => {
      names.push(name);
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 50));
      atOnce -= 1;
      return results.shift() ?? { ok: true, version: names.length };
    },
  };
  const saver = createSaver({ storage, onState: ({ type }) => states.push(type) });
  return { saver, names, states, mostAtOnce: () => most };
}

describe('the saver', () => {
  it('makes one save of many changes, the last one', async () => {
    const { saver, names, states } = setUp();
    for (const name of ['a', 'b', 'c']) saver.schedule(() => toSave(name));
    await vi.advanceTimersByTimeAsync(149);
    expect(names).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(names).toEqual(['c']);
    expect(states).toEqual(['unsaved', 'saving', 'saved']);
  });

  it('saves during steady typing, never two at once', async () => {
    const { saver, names, mostAtOnce } = setUp();
    for (let key = 0; key < 100; key += 1) {
      saver.schedule(() => toSave(`${key}`));
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(names.length).toBeGreaterThan(5);
    expect(names.at(-1)).toBe('99');
    expect(mostAtOnce()).toBe(1);
  });

  it('writes at once, and all of it, when it is flushed', async () => {
    const { saver, names, mostAtOnce } = setUp();
    saver.schedule(() => toSave('a'));
    const first = saver.flush();
    saver.schedule(() => toSave('b'));
    const second = saver.flush();
    await vi.advanceTimersByTimeAsync(120);
    expect(await Promise.all([first, second])).toEqual([{ type: 'saved' }, { type: 'saved' }]);
    expect(names).toEqual(['a', 'b']);
    expect(mostAtOnce()).toBe(1);
  });

  it('stops at a conflict until told to go on', async () => {
    const { saver, names, states } = setUp([{ ok: false, reason: 'conflict', version: 7 }]);
    saver.schedule(() => toSave('a'));
    await vi.advanceTimersByTimeAsync(300);
    expect(saver.state).toEqual({ type: 'conflict', version: 7 });
    saver.schedule(() => toSave('b'));
    await saver.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(names).toEqual(['a']);
    saver.resume();
    await vi.advanceTimersByTimeAsync(300);
    expect(names).toEqual(['a', 'b']);
    expect(states.at(-1)).toBe('saved');
  });

  it('saves what met the conflict when nothing came after it', async () => {
    const { saver, names } = setUp([{ ok: false, reason: 'conflict', version: 7 }]);
    saver.schedule(() => toSave('a'));
    await vi.advanceTimersByTimeAsync(300);
    saver.resume();
    await vi.advanceTimersByTimeAsync(300);
    expect(names).toEqual(['a', 'a']);
  });

  it('tries again by itself when nothing can be kept', async () => {
    const { saver, names } = setUp([{ ok: false, reason: 'unavailable', message: 'No room.' }]);
    saver.schedule(() => toSave('a'));
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(100);
    expect(await flushed).toEqual({ type: 'unavailable', message: 'No room.' });
    await vi.advanceTimersByTimeAsync(6000);
    expect(names).toEqual(['a', 'a']);
    expect(saver.state).toEqual({ type: 'saved' });
  });

  it('does not bring back a save that was cancelled', async () => {
    const { saver, names } = setUp([{ ok: false, reason: 'unavailable', message: 'No room.' }]);
    saver.schedule(() => toSave('a'));
    await vi.advanceTimersByTimeAsync(160);
    saver.cancel();
    await vi.advanceTimersByTimeAsync(10_000);
    saver.schedule(() => toSave('b'));
    saver.cancel();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(names).toEqual(['a']);
  });

  it('asks for the content only when it saves, and saves nothing when there is none', async () => {
    const { saver, names } = setUp();
    const provide = vi.fn(() => null);
    saver.schedule(provide);
    expect(provide).not.toHaveBeenCalled();
    expect(await saver.flush()).toEqual({ type: 'saved' });
    expect(provide).toHaveBeenCalledOnce();
    expect(names).toEqual([]);
  });
});
