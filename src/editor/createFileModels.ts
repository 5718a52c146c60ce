import type { editor } from 'monaco-editor/editor';
import type { FilePath, TextRange } from '../engine/index.ts';
import { createLineMap, type LineMap } from './createLineMap.ts';
import { findReplacements } from './findReplacements.ts';
import type { Monaco } from './loadMonaco.ts';

export interface FileModel {
  readonly file: FilePath;
  readonly model: editor.ITextModel;
  /** Of the file's text as the model shows it now. */
  readonly lines: () => LineMap;
}

export interface FileModelsOptions {
  readonly monaco: Monaco;
  /** The person typed: ranges are those of the file's text before. Returns the file's text as it is then. */
  readonly onType: (file: FilePath, edits: readonly { range: TextRange; text: string }[]) => string;
}

/**
 * A Monaco model per open file, kept equal to the store's text in both directions. The store is the truth: typing goes
 * there as edits of the file's own bytes; every other change comes from there as the smallest replacements, so that cursor
 * and scroll position stay.
 */
export function createFileModels({ monaco, onType }: FileModelsOptions) {
  const models = new Map<FilePath, { model: editor.ITextModel; text: string; lines: LineMap }>();
  let receiving = false;

  const toFileText = (entry: { lines: LineMap }, text: string): string =>
    entry.lines.lineEnd === '\n' ? text : text.replaceAll('\n', '\r\n');

  function handleTyping(file: FilePath, event: editor.IModelContentChangedEvent): void {
    const entry = models.get(file);
    if (!entry || receiving || event.isFlush) return;
    const edits = event.changes.map(({ range, text }) => ({
      range: {
        start: entry.lines.toOffset({ lineNumber: range.startLineNumber, column: range.startColumn }),
        end: entry.lines.toOffset({ lineNumber: range.endLineNumber, column: range.endColumn }),
      },
      text: toFileText(entry, text),
    }));
    // At once, not with the next rendering: the next keystroke counts from this text.
    replace(
      entry,
      onType(
        file,
        edits.toSorted((a, b) => a.range.start - b.range.start),
      ),
    );
  }

  function create(file: FilePath, text: string) {
    const lines = createLineMap(text);
    const model = monaco.editor.createModel(
      lines.modelText,
      'yaml',
      monaco.Uri.from({ scheme: 'polder', path: `/${file}` }),
    );
    model.updateOptions({
      tabSize: 2,
      insertSpaces: true,
      // The few brackets of YAML would be looked for in the whole file: of 100,000 lines, for a third of a second.
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    model.onDidChangeContent((event) => handleTyping(file, event));
    const entry = { model, text, lines };
    models.set(file, entry);
    return entry;
  }

  function replace(entry: { model: editor.ITextModel; text: string; lines: LineMap }, text: string): void {
    entry.text = text;
    entry.lines = createLineMap(text);
    const edits = findReplacements(entry.model.getValue(), entry.lines.modelText);
    if (edits.length === 0) return;
    const toEdit = ({ start, end, text: by }: (typeof edits)[number]) => ({
      range: monaco.Range.fromPositions(entry.model.getPositionAt(start), entry.model.getPositionAt(end)),
      text: by,
    });
    receiving = true;
    entry.model.pushEditOperations([], edits.map(toEdit), () => null);
    receiving = false;
  }

  return {
    /** The model of a file, showing `text`. */
    show(file: FilePath, text: string): FileModel {
      const entry = models.get(file) ?? create(file, text);
      if (entry.text !== text) replace(entry, text);
      return { file, model: entry.model, lines: () => entry.lines };
    },
    /** The file that a model shows. */
    find(model: editor.ITextModel): FileModel | null {
      for (const [file, entry] of models) if (entry.model === model) return { file, model, lines: () => entry.lines };
      return null;
    },
    /** Forgets files that are not open any more. */
    keepOnly(files: ReadonlySet<FilePath>): void {
      for (const [file, { model }] of models) {
        if (files.has(file)) continue;
        models.delete(file);
        model.dispose();
      }
    },
    dispose(): void {
      for (const { model } of models.values()) model.dispose();
      models.clear();
    },
  };
}

export type FileModels = ReturnType<typeof createFileModels>;
