export interface ImportLimits {
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Bytes of one import, and of what is inflated from one archive. */
  readonly totalSize: number;
  /** Files that are read. */
  readonly files: number;
  /** Entries that are looked at, read or not. */
  readonly entries: number;
  /** Inflated bytes per compressed byte. Deflate reaches 1032 at most; manifests stay far below 200. */
  readonly ratio: number;
  /** Bytes that may be inflated before `ratio` counts: tiny files compress by any ratio. */
  readonly ratioFrom: number;
}

/** As messages count them. */
const megabyte = 1_000_000;

export const importLimits: ImportLimits = {
  fileSize: 20 * megabyte,
  totalSize: 200 * megabyte,
  files: 20_000,
  entries: 200_000,
  ratio: 400,
  ratioFrom: 4 * megabyte,
};
