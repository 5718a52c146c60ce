import type { FlowReport } from '../FlowReport.ts';
import type { FlowFormat } from './FlowFormat.ts';

/** For programs: the report itself; a line for each endpoint, flow and problem keeps a large one short. */
export const jsonFormat: FlowFormat = { name: 'json', format: formatJson };

function formatJson({ endpoints, flows, problems, ...head }: FlowReport): string {
  const fields = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  fields.push(formatRows('endpoints', endpoints), formatRows('flows', flows), formatRows('problems', problems));
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** Adds up one text: a list of millions of lines would need as much again. */
function formatRows(key: string, rows: readonly unknown[]): string {
  let text = '';
  for (const row of rows) text += `${text === '' ? '\n' : ',\n'}    ${JSON.stringify(row)}`;
  return `  "${key}": [${text}${text === '' ? '' : '\n  '}]`;
}
