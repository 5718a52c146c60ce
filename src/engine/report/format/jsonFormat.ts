import type { FlowFormat } from './FlowFormat.ts';
import { formatJsonLines } from './formatJsonLines.ts';

/** For programs: the report itself; a line for each endpoint, flow and problem keeps a large one short. */
export const jsonFormat: FlowFormat = {
  name: 'json',
  format: ({ endpoints, flows, problems, ...head }) =>
    formatJsonLines([...Object.entries(head), ...Object.entries({ endpoints, flows, problems })]),
};
