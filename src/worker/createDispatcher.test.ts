import { describe, expect, it } from 'vitest';
import { createDispatcher } from './createDispatcher.ts';
import type { Session } from './createSession.ts';
import type { RequestMessage, ResponseMessage } from './protocol.ts';
import { createListPatch } from './snapshot/ListPatch.ts';

/** A session whose evaluations take ten steps and say so, and tasks that run when the test says so. */
function aDispatcher() {
  const log: string[] = [];
  const posted: ResponseMessage[] = [];
  const tasks: (() => void)[] = [];
  const session: Session = {
    update(change, { revision, base }) {
      log.push(`note ${change.order.join()}`);
      return (function* () {
        for (let step = 1; step <= 10; step += 1) {
          log.push(`step ${step} of ${revision}`);
          yield;
        }
        const items = Array.from({ length: 1200 }, (_, index) => index);
        return {
          base,
          pieces: [{ list: 'problems' as const, patch: createListPatch([], items) }],
          values: { profile: `${revision}` },
        };
      })();
    },
    answer: (name) => {
      if (name === 'layout') throw new Error('no layout today');
      return log.push(name);
    },
  };
  const dispatcher = createDispatcher({
    session,
    post: (message) => posted.push(message),
    schedule: (task) => tasks.push(task),
  });
  let id = 0;
  const receive = (name: RequestMessage['name'], revision: number): void =>
    dispatcher.receive({ id: ++id, revision, base: null, name, args: { order: [`text ${revision}`] } });
  const run = (count = Infinity): void => {
    for (let done = 0; done < count && tasks.length > 0; done += 1) tasks.shift()!();
  };
  return { receive, run, log, posted };
}

describe('the dispatcher of the worker', () => {
  it('drops an evaluation that runs when newer text arrives, without going on to its end', () => {
    const { receive, run, log, posted } = aDispatcher();
    receive('update', 1);
    run(4);
    expect(log).toEqual(['note text 1', 'step 1 of 1', 'step 2 of 1', 'step 3 of 1', 'step 4 of 1']);
    receive('update', 2);
    run();
    expect(log.filter((line) => line.endsWith('of 1'))).toHaveLength(4);
    expect(log.at(-1)).toBe('step 10 of 2');
    expect(posted[0]).toEqual({ id: 1, revision: 1, ok: true, result: null });
    expect(posted.at(-1)).toMatchObject({ id: 2, ok: true, result: { values: { profile: '2' } } });
  });

  it('notes every text, and evaluates only the newest of several that wait', () => {
    const { receive, run, log } = aDispatcher();
    for (const revision of [1, 2, 3]) receive('update', revision);
    run();
    expect(log.slice(0, 4)).toEqual(['note text 1', 'note text 2', 'note text 3', 'step 1 of 3']);
  });

  it('sends a large update as several messages, none with more than 500 items', () => {
    const { receive, run, posted } = aDispatcher();
    receive('update', 1);
    run();
    const sizes = posted.map((message) => {
      const pieces =
        'ahead' in message ? message.ahead : message.ok ? (message.result as { pieces: unknown[] }).pieces : [];
      return (pieces as { patch: { items: unknown[] }[] }[]).flatMap(({ patch }) => patch.flatMap(({ items }) => items))
        .length;
    });
    expect(sizes.every((size) => size <= 500)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1200);
  });

  it('answers questions in their turn, and reports a defect as the answer', () => {
    const { receive, run, log, posted } = aDispatcher();
    receive('layout', 1);
    receive('portOffers', 1);
    run();
    expect(log).toEqual(['portOffers']);
    expect(posted[0]).toMatchObject({ id: 1, ok: false });
    expect(posted[1]).toMatchObject({ id: 2, ok: true });
  });
});
