import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pictureColours, pictureTokens } from './pictureColours.ts';

/** Values of the tokens in the block that begins with `selector`. */
function tokensIn(css: string, selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf('{', css.indexOf(selector));
  const block = css.slice(start + 1, css.indexOf('}', start));
  return new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

describe('the colours of pictures', () => {
  const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');

  it.each([
    ['light', ':root {'],
    ['dark', ":root[data-theme='dark'] {"],
  ] as const)('are those of the interface: %s', (theme, selector) => {
    const tokens = tokensIn(css, selector);
    const expected = Object.fromEntries(
      Object.entries(pictureTokens).map(([name, token]) => [name, tokens.get(token)]),
    );
    expect(pictureColours[theme]).toEqual(expected);
  });
});
