import { Lexer } from 'yaml';
import { maxDepth } from './toSourceNode.ts';

/** The scan counts a level up to twice: for its indentation and for its dash. */
const countedDepth = 2 * maxDepth;

/**
 * Where a text nests far deeper than anything that is read, roughly counted; null when it does not. The library walks
 * its tree by recursion, and what exhausts the stack there may end the whole process instead of throwing.
 */
export const findTooDeep = (source: string): number | null => {
  if (!mayBeDeep(source)) return null;
  const indents: number[] = [];
  let flow = 0;
  let inLine = 0;
  let atStart = true;
  let offset = 0;
  for (const lexeme of new Lexer().lex(source)) {
    if (atStart) {
      const indent = /^ *$/.test(lexeme) ? lexeme.length : 0;
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
      inLine = 0;
      atStart = false;
    }
    if (lexeme === '{' || lexeme === '[') flow += 1;
    else if (lexeme === '}' || lexeme === ']') flow = Math.max(flow - 1, 0);
    else if (lexeme === '-' || lexeme === '?' || lexeme === ':') inLine += 1;
    else if (lexeme === '\n' || lexeme === '\r\n') atStart = true;
    if (flow + inLine + indents.length > countedDepth) return offset;
    if (!/^[\u0002\u0018\u001f]$/.test(lexeme)) offset += lexeme.length;
  }
  return null;
};

/** A look at the text that nearly all texts pass: few brackets, no deep line, no line of many dashes. */
const mayBeDeep = (source: string): boolean => {
  let brackets = 0;
  for (let offset = 0; offset < source.length && brackets <= maxDepth; offset++) {
    const unit = source.charCodeAt(offset);
    if (unit === 91 || unit === 123) brackets += 1;
  }
  return brackets > maxDepth || /^ {200}/m.test(source) || /(?:[-?:][ \t]+){100}/.test(source);
};
