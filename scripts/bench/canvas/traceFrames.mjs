/** One frame of a screen that shows sixty in a second, in microseconds. */
const frame = 16_667;

/**
 * What the page's main thread works while `gesture` runs, for each frame that it takes part in: all tasks between the paints of two frames.
 *
 * @returns {Promise<{ mean: number, high: number, frames: number }>} milliseconds; `high`: 95 of 100 frames take no longer
 */
export async function traceFrames(browser, page, gesture) {
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await gesture();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const thread = mainThreadOf(traceEvents);
  const own = traceEvents.filter(({ pid, tid }) => pid === thread?.pid && tid === thread.tid);
  const begins = own
    .filter(({ name, ph }) => name === 'PrePaint' && ph === 'X')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b)
    .filter((ts, at, all) => at === 0 || ts - all[at - 1] > frame / 4);
  const tasks = own.filter(({ name, ph }) => ph === 'X' && name === 'RunTask');
  const works = begins.slice(1).map((end, at) => {
    const start = begins[at];
    return (
      tasks.reduce((sum, { ts, dur }) => sum + Math.max(0, Math.min(end, ts + dur) - Math.max(start, ts)), 0) / 1000
    );
  });
  const sorted = works.toSorted((a, b) => a - b);
  return {
    mean: works.reduce((sum, work) => sum + work, 0) / Math.max(1, works.length),
    high: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    frames: works.length,
  };
}

/** The renderer's main thread that worked the most. */
function mainThreadOf(events) {
  const names = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const work = ({ pid, tid }) =>
    events.filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask').length;
  return names.toSorted((a, b) => work(b) - work(a))[0];
}
