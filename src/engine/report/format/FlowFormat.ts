import type { FlowReport } from '../FlowReport.ts';

/** A way to write a report of flows. Adding one: a file here and a line in `flowFormats`. */
export interface FlowFormat {
  readonly name: string;
  /** The whole text, with a line end at its end. */
  readonly format: (report: FlowReport) => string;
}
