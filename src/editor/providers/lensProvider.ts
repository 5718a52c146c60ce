import type { editor, IEvent, languages } from 'monaco-editor/editor';
import { formatLens, type FilePath, type Lens } from '../../engine/index.ts';
import { askAssist } from '../../store/actions/assistActions.ts';
import { moveCaret } from '../../store/actions/editorActions.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { focusOnCanvas } from '../../store/actions/viewActions.ts';
import { polder } from '../../store/store.ts';
import { toLine, type EditorContext } from '../EditorContext.ts';
import { createLensWindow } from './createLensWindow.ts';

const revealCommand = 'polder.revealLens';

/** A line above each policy and rule; the numbers are asked for when it comes into view. */
export function lensProvider(
  { fileOf, monaco }: EditorContext,
  onAnswersChange: IEvent<void>,
): languages.CodeLensProvider {
  const window = createLensWindow(monaco, onAnswersChange);
  const lensOf = new WeakMap<languages.CodeLens, Lens>();
  return {
    onDidChange: window.onDidChange as unknown as IEvent<languages.CodeLensProvider>,
    async provideCodeLenses(model: editor.ITextModel, token) {
      const file = fileOf(model);
      if (file === null) return null;
      const lenses = await askAssist('lenses', { file: file.file }, () => token.isCancellationRequested);
      if (lenses === null || model.isDisposed()) return null;
      const all = lenses.map((lens) => {
        const codeLens: languages.CodeLens = { range: toLine(file, lens.range.start) };
        lensOf.set(codeLens, lens);
        return codeLens;
      });
      return { lenses: [...window.near(model, all, ({ range }) => range.startLineNumber)], dispose: () => undefined };
    },
    async resolveCodeLens(model, codeLens, token) {
      const lens = lensOf.get(codeLens);
      const file = fileOf(model);
      if (lens === undefined || file === null) return codeLens;
      const { policy, rule } = lens;
      const counts = await askAssist('lensCounts', { policy, rule }, () => token.isCancellationRequested);
      const title = counts === null ? '…' : formatLens(counts);
      return {
        ...codeLens,
        command: { id: revealCommand, title, arguments: [lens, file.file], tooltip: 'Show on the map' },
      };
    },
  };
}

/** Selects the policy, highlights what it (or the rule) allows, and brings its namespace into view. */
export const registerRevealLens = ({ monaco }: EditorContext) =>
  monaco.editor.registerCommand(revealCommand, (_accessor, ...args: unknown[]) => {
    const [{ policy, range }, file] = args as [Lens, FilePath];
    select({ type: 'policy', id: policy });
    void moveCaret({ file, offset: range.start });
    const view = polder.getState().analysis.snapshot?.policies.find(({ id }) => id === policy);
    if (view !== undefined) focusOnCanvas(`namespace:${view.namespace}`);
  });
