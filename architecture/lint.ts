import { ESLint } from 'eslint';

const eslint = new ESLint();

export interface Breach {
  readonly line: number;
  readonly rule: string;
}

/** What the linter says about `code`, were it the text of `filePath` (which need not exist). */
export async function lint(filePath: string, code: string): Promise<readonly Breach[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ line, ruleId, message }) => ({ line, rule: ruleId ?? message }));
}

export async function rulesBroken(filePath: string, code: string): Promise<readonly string[]> {
  return [...new Set((await lint(filePath, code)).map(({ rule }) => rule))];
}
