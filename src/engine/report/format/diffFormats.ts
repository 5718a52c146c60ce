import type { DiffFormat } from './DiffFormat.ts';
import { diffJsonFormat } from './diffJsonFormat.ts';
import { diffMdFormat } from './diffMdFormat.ts';
import { diffTextFormat } from './diffTextFormat.ts';

/** All formats of a difference; the first is the default. */
export const diffFormats: readonly DiffFormat[] = [diffTextFormat, diffJsonFormat, diffMdFormat];
