import type { editor, IEvent } from 'monaco-editor/editor';
import type { Monaco } from '../loadMonaco.ts';

/** Monaco makes elements for all lenses of a file at once, in and out of view: more than so many are felt with every change of the text. */
const most = 300;

/** Lines above and below what is in view. */
const margin = 400;

export interface LensWindow {
  /** What is in view of a file with many lenses, and a good deal around it; all where they are few. `lineOf`: the line that a lens stands above. */
  near<One>(model: editor.ITextModel, lenses: readonly One[], lineOf: (one: One) => number): readonly One[];
  /** Other lenses are near now, or the answers may be others. */
  readonly onDidChange: IEvent<void>;
}

export function createLensWindow(monaco: Monaco, onAnswersChange: IEvent<void>): LensWindow {
  const changed = new monaco.Emitter<void>();
  onAnswersChange(() => changed.fire());
  const given = new WeakMap<editor.ITextModel, { readonly from: number; readonly to: number }>();
  const watched = new WeakSet<editor.ICodeEditor>();

  const watch = (shownIn: editor.ICodeEditor): void => {
    if (watched.has(shownIn)) return;
    watched.add(shownIn);
    shownIn.onDidScrollChange(() => {
      const model = shownIn.getModel();
      const window = model && given.get(model);
      const lines = linesOf(shownIn);
      if (window && lines && (lines.from < window.from || lines.to > window.to)) changed.fire();
    });
  };

  return {
    near(model, lenses, lineOf) {
      const shownIn = monaco.editor.getEditors().find((one) => one.getModel() === model);
      const lines = shownIn && linesOf(shownIn);
      if (lenses.length <= most || !lines) {
        given.delete(model);
        return lenses;
      }
      watch(shownIn);
      const window = { from: lines.from - margin, to: lines.to + margin };
      given.set(model, window);
      return lenses.filter((one) => lineOf(one) >= window.from && lineOf(one) <= window.to);
    },
    onDidChange: changed.event,
  };
}

function linesOf(shownIn: editor.ICodeEditor): { readonly from: number; readonly to: number } | null {
  const ranges = shownIn.getVisibleRanges();
  const [first, last] = [ranges[0], ranges.at(-1)];
  return first && last ? { from: first.startLineNumber, to: last.endLineNumber } : null;
}
