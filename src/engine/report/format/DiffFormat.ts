import type { DiffReport } from '../DiffReport.ts';

/** A way to write a difference. Adding one: a file here and a line in `diffFormats`. */
export interface DiffFormat {
  readonly name: string;
  /** The whole text, with a line end at its end. */
  readonly format: (report: DiffReport) => string;
}
