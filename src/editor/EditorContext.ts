import type { editor, IRange } from 'monaco-editor/editor';
import type { FileRange, TextRange } from '../engine/index.ts';
import type { FileModel } from './createFileModels.ts';
import type { Monaco } from './loadMonaco.ts';

/** What the providers need to speak of files and offsets where Monaco speaks of models and positions. */
export interface EditorContext {
  readonly monaco: Monaco;
  /** The file that a model shows; null for models of others. */
  readonly fileOf: (model: editor.ITextModel) => FileModel | null;
  /** The model of a file of the workspace, made if it is not open; null when there is no such file. */
  readonly open: (at: Pick<FileRange, 'file'>) => FileModel | null;
}

export const toRange = ({ lines }: FileModel, { start, end }: TextRange): IRange => {
  const from = lines().toPosition(start);
  const to = lines().toPosition(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
};

/** The line that an offset is in, for what stands above it. */
export const toLine = (file: FileModel, offset: number): IRange => {
  const { lineNumber } = file.lines().toPosition(offset);
  return { startLineNumber: lineNumber, startColumn: 1, endLineNumber: lineNumber, endColumn: 1 };
};
