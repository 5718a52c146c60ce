/** Put into the page before anything of it runs: notes when the worker answers, and every long task. */
export function watchPage() {
  const watch = { answers: [], longTasks: [] };
  globalThis.polderWatch = watch;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watch.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const Native = globalThis.Worker;
  globalThis.Worker = class extends Native {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        const result = data?.result;
        const kind = result?.flows ? 'evaluated' : result?.groups && result?.nodes ? 'laid out' : null;
        if (kind !== null) watch.answers.push({ kind, at: performance.now() });
      });
    }
  };
}

/**
 * From an input's own time stamp until the frame that shows its effect has been painted, in milliseconds; runs in the page.
 * `shows`: a selector that finds something then.
 */
export function timeInput({ type, shows }) {
  return new Promise((resolve) => {
    const began = (event) => {
      const look = () => {
        if (document.querySelector(shows) === null) requestAnimationFrame(look);
        else setTimeout(() => resolve(performance.now() - event.timeStamp));
      };
      requestAnimationFrame(look);
    };
    addEventListener(type, began, { capture: true, once: true });
  });
}
