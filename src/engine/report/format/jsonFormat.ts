import type { FlowFormat } from './FlowFormat.ts';

/** For programs: the report itself. */
export const jsonFormat: FlowFormat = { name: 'json', format: (report) => `${JSON.stringify(report, null, 2)}\n` };
