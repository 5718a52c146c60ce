import { csvFormat } from './csvFormat.ts';
import { dotFormat } from './dotFormat.ts';
import type { FlowFormat } from './FlowFormat.ts';
import { jsonFormat } from './jsonFormat.ts';
import { mdFormat } from './mdFormat.ts';
import { textFormat } from './textFormat.ts';

/** All formats of a report of flows; the first is the default. */
export const flowFormats: readonly FlowFormat[] = [textFormat, jsonFormat, csvFormat, mdFormat, dotFormat];
