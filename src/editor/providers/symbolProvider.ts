import type { languages } from 'monaco-editor/editor';
import type { DocumentSymbol } from '../../engine/index.ts';
import { askAssist } from '../../store/actions/assistActions.ts';
import type { FileModel } from '../createFileModels.ts';
import { toRange, type EditorContext } from '../EditorContext.ts';

/** The outline: Ctrl+Shift+O lists it. */
export function symbolProvider({ monaco, fileOf }: EditorContext): languages.DocumentSymbolProvider {
  const { SymbolKind } = monaco.languages;
  const kinds: Record<DocumentSymbol['type'], languages.SymbolKind> = {
    policy: SymbolKind.Interface,
    workload: SymbolKind.Class,
    object: SymbolKind.Object,
    rule: SymbolKind.Method,
    container: SymbolKind.Module,
    port: SymbolKind.Number,
    selector: SymbolKind.Field,
  };
  const toSymbol = (file: FileModel, symbol: DocumentSymbol): languages.DocumentSymbol => ({
    name: symbol.name,
    detail: symbol.detail,
    kind: kinds[symbol.type],
    tags: [],
    range: toRange(file, symbol.range),
    selectionRange: toRange(file, symbol.head),
    children: symbol.children.map((child) => toSymbol(file, child)),
  });
  return {
    displayName: 'Polder',
    async provideDocumentSymbols(model, token) {
      const file = fileOf(model);
      if (file === null) return null;
      const symbols = await askAssist('symbols', { file: file.file }, () => token.isCancellationRequested);
      return symbols?.map((symbol) => toSymbol(file, symbol)) ?? null;
    },
  };
}
