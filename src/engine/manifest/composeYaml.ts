import { Composer, Lexer, Parser } from 'yaml';
import type { Document } from 'yaml';
import { createSyntaxError } from './SyntaxIssue.ts';
import { describeSyntaxError } from './describeSyntaxError.ts';
import type { SyntaxIssue } from './SyntaxIssue.ts';
import { maxDepth } from './toSourceNode.ts';

/** The library's tree of one document, and its first error, with offsets in the text that was given. */
export interface ComposedYaml {
  readonly document: Document;
  readonly error: SyntaxIssue | null;
}

/**
 * Parses with the library and nothing more: scalars stay text (the reading of numbers is ours), keys written twice pass
 * (the library would compare each with each), unknown tags pass.
 */
export const composeYaml = (source: string): ComposedYaml | null => {
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    strict: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document, next] = [...composer.compose(new Parser().parse(source), true, source.length)];
  if (document === undefined) return null;
  const errors = document.errors.map((error) => {
    const range = clampRange(error.pos, source.length);
    if (error.code !== 'RESOURCE_EXHAUSTION') return createSyntaxError(range, describeSyntaxError(error));
    return { code: 'NESTING_TOO_DEEP', severity: 'error', range, args: { limit: maxDepth } } as const;
  });
  if (next !== undefined) {
    const range = clampRange([next.range[0], next.range[1]], source.length);
    errors.push(createSyntaxError(range, 'a “---” is missing between two documents'));
  }
  const error = errors.find(({ code }) => code === 'NESTING_TOO_DEEP') ?? first(errors);
  return { document: document as Document, error };
};

const first = (errors: readonly SyntaxIssue[]): SyntaxIssue | null =>
  errors.reduce<SyntaxIssue | null>(
    (found, error) => (found === null || error.range.start < found.range.start ? error : found),
    null,
  );

const clampRange = ([start, end]: readonly [number, number], length: number): { start: number; end: number } => ({
  start: Math.min(start, length),
  end: Math.min(Math.max(end, start), length),
});

/**
 * Where `{{` opens two flow maps at once, as a template does outside quotes, comments and block scalars; null when
 * nowhere. No API takes a map as a key, so nothing that kubectl accepts has it.
 */
export const findTemplate = (source: string): number | null => {
  let offset = 0;
  let previous = '';
  for (const lexeme of new Lexer().lex(source)) {
    if (lexeme === '{' && previous === '{') return offset - 1;
    previous = lexeme;
    if (!/^[\u0002\u0018\u001f]$/.test(lexeme)) offset += lexeme.length;
  }
  return null;
};
