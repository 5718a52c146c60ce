import type { IRange, languages } from 'monaco-editor/editor';
import { formatFix } from '../../engine/index.ts';
import { applyFix, askAssist } from '../../store/actions/assistActions.ts';
import { polder } from '../../store/store.ts';
import { toRange, type EditorContext } from '../EditorContext.ts';

export const applyFixCommand = 'polder.applyFix';

const touches = (a: IRange, b: IRange): boolean =>
  (a.startLineNumber < b.endLineNumber || (a.startLineNumber === b.endLineNumber && a.startColumn <= b.endColumn)) &&
  (b.startLineNumber < a.endLineNumber || (b.startLineNumber === a.endLineNumber && b.startColumn <= a.endColumn));

/** Quick fixes of the engine; performing one is the store's business, so that it is a step of the one history. */
export const fixProvider = ({ fileOf }: EditorContext): languages.CodeActionProvider => ({
  async provideCodeActions(model, range, { markers }, token) {
    const file = fileOf(model);
    const nothing = { actions: [], dispose: () => undefined };
    if (file === null) return nothing;
    const { revision } = polder.getState().workspace;
    const args = {
      file: file.file,
      range: {
        start: file.lines().toOffset({ lineNumber: range.startLineNumber, column: range.startColumn }),
        end: file.lines().toOffset({ lineNumber: range.endLineNumber, column: range.endColumn }),
      },
    };
    const fixes = await askAssist('fixes', args, () => token.isCancellationRequested);
    return {
      actions: (fixes ?? []).map((fix): languages.CodeAction => {
        const { mends } = fix;
        const mended = mends === null ? [] : markers.filter((marker) => touches(marker, toRange(file, mends)));
        return {
          title: formatFix(fix),
          kind: mends === null ? 'refactor.rewrite' : 'quickfix',
          diagnostics: mended,
          isPreferred: mends !== null,
          command: { id: applyFixCommand, title: formatFix(fix), arguments: [fix, revision] },
        };
      }),
      dispose: () => undefined,
    };
  },
});

/** What the code actions run. */
export const registerApplyFix = ({ monaco }: EditorContext) =>
  monaco.editor.registerCommand(applyFixCommand, (_accessor, ...args: unknown[]) => {
    const [fix, revision] = args as Parameters<typeof applyFix>;
    applyFix(fix, revision);
  });
