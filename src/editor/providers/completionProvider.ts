import type { languages } from 'monaco-editor/editor';
import { formatCompletionDetail, type Completion } from '../../engine/index.ts';
import { askAssist } from '../../store/actions/assistActions.ts';
import { toRange, type EditorContext } from '../EditorContext.ts';

/** After these the next thing can be offered at once. */
const triggers = [' ', '-', '{', '[', ',', '"'];

export function completionProvider({ monaco, fileOf }: EditorContext): languages.CompletionItemProvider {
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;
  const kinds: Record<Completion['type'], languages.CompletionItemKind> = {
    field: CompletionItemKind.Property,
    value: CompletionItemKind.EnumMember,
    label: CompletionItemKind.Value,
    port: CompletionItemKind.Constant,
    namespace: CompletionItemKind.Module,
    object: CompletionItemKind.Class,
  };
  return {
    triggerCharacters: triggers,
    async provideCompletionItems(model, position, _context, token) {
      const file = fileOf(model);
      if (file === null) return { suggestions: [] };
      const offset = file.lines().toOffset(position);
      const list = await askAssist('complete', { file: file.file, offset }, () => token.isCancellationRequested);
      if (list === null || model.isDisposed()) return { suggestions: [] };
      const range = toRange(file, list.range);
      return {
        suggestions: list.items.map((item, index) => ({
          label: {
            label: item.label,
            description: item.detail === null ? '' : formatCompletionDetail(item.detail),
          },
          kind: kinds[item.type],
          insertText: item.insert,
          // The engine writes the indentation.
          insertTextRules: CompletionItemInsertTextRule.KeepWhitespace,
          range,
          sortText: String(index).padStart(5, '0'),
          documentation: { value: item.doc },
          ...(item.goesOn ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
        })),
      };
    },
  };
}
