import { Composer, isCollection, isScalar, Lexer, Parser, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { TextRange } from './SourceFile.ts';
import { createSyntaxError } from './SyntaxIssue.ts';
import { describeSyntaxError, isUnclosed } from './describeSyntaxError.ts';
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
  const [error] = [...document.errors].sort(byImportance);
  if (error !== undefined)
    return { document: document as Document, error: toIssue(error, document as Document, source) };
  if (next === undefined) return { document: document as Document, error: null };
  const range = clampRange([next.range[0], next.range[1]], source.length);
  return {
    document: document as Document,
    error: createSyntaxError(range, 'a “---” is missing between two documents'),
  };
};

/** The first error; the later ones mostly follow from it. Too deep nesting explains all others. */
const byImportance = (a: YAMLError, b: YAMLError): number => {
  if (a.code !== b.code && a.code === 'RESOURCE_EXHAUSTION') return -1;
  if (a.code !== b.code && b.code === 'RESOURCE_EXHAUSTION') return 1;
  return a.pos[0] - b.pos[0];
};

const toIssue = (error: YAMLError, document: Document, source: string): SyntaxIssue => {
  const range = clampRange(error.pos, source.length);
  if (error.code === 'RESOURCE_EXHAUSTION') {
    return { code: 'NESTING_TOO_DEEP', severity: 'error', range, args: { limit: maxDepth } };
  }
  const opening = isUnclosed(error) ? findOpening(document, error.pos[0]) : null;
  return createSyntaxError(opening ?? range, describeSyntaxError(error));
};

/** Where the quote or bracket stands that is still open at `offset`. */
const findOpening = (document: Document, offset: number): TextRange | null => {
  let start: number | null = null;
  visit(document, {
    Node: (_key, node) => {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const flow = isCollection(node) && node.flow === true;
      if (node.range && (quoted || flow) && node.range[0] <= offset && node.range[1] >= offset) start = node.range[0];
    },
  });
  return start === null ? null : { start, end: start + 1 };
};

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
