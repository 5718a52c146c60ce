/** A file's path inside the workspace, with `/` between folders and no leading `/`; unique in the workspace. */
export type FilePath = string & { readonly __brand: 'FilePath' };

export const toFilePath = (path: string): FilePath => path as FilePath;

/** One file of the workspace. `text` is exactly what was imported or typed: every offset counts UTF-16 units in it. */
export interface SourceFile {
  readonly path: FilePath;
  readonly text: string;
}

/** A half-open stretch of a file's text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch of one file. */
export interface FileRange extends TextRange {
  readonly file: FilePath;
}

/** A place for people: both count from 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}
