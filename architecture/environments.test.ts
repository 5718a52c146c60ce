import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The names that `code` uses and that do not exist, were it a file of the project in `folder`. */
function unknownNames(folder: string, code: string): readonly string[] {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const file = resolve(folder, 'Imaginary.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, ...rest) =>
    resolve(path) === file ? ts.createSourceFile(path, code, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => /Cannot find name '(\w+)'/.exec(ts.flattenDiagnosticMessageText(messageText, ' '))?.[1])
    .filter((name) => name !== undefined);
}

const everywhere = `export const here = [document, window, process, Buffer, setTimeout, console, fetch, postMessage];`;

describe('each layer knows only the names of its own environment', () => {
  it.each(['src/engine', 'src/layout'])('%s: neither DOM nor Node', (folder) => {
    expect(unknownNames(folder, everywhere)).toEqual([
      'document',
      'window',
      'process',
      'Buffer',
      'setTimeout',
      'console',
      'fetch',
      'postMessage',
    ]);
    expect(unknownNames(folder, `export const here = new Map([[1n, Math.max(1, 2)]]);`)).toEqual([]);
  });

  it('src/worker: no document, no Node', () => {
    expect(unknownNames('src/worker', everywhere)).toEqual(['document', 'window', 'process', 'Buffer']);
  });

  it('src/cli: no DOM', () => {
    expect(unknownNames('src/cli', everywhere)).toEqual(['document', 'window', 'postMessage']);
  });
});
