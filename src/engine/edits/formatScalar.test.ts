import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatString, needsQuotes } from './formatScalar.ts';

const traps = [
  ['yes', 'No', 'on', 'OFF', 'y', 'n', 'true', 'null', '~', ''],
  ['1.0', '0x1', '0o7', '007', '1e3', '1_000', '12:30', '.5', '.inf', '-.NaN', '+1', '0b1', '2001-01-01'],
  [
    'a: b',
    'a #b',
    '#a',
    '- a',
    '-',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '{a',
    '[a',
    'a,b',
    'a]',
    '? a',
    '::/0',
    'a:',
  ],
  ["it's", 'say "x"', 'line\nbreak', 'tab\there', ' padded ', '\u0007', '=', '<<', '\u2028'],
].flat();

describe('writing a string', () => {
  it('quotes what YAML 1.1 or 1.2 would read as something else', () => {
    for (const text of traps) {
      for (const quote of ["'", '"'] as const) {
        const written = formatString(text, { quote, always: false });
        expect(parse(written, { version: '1.2' }), written).toBe(text);
        expect(parse(written, { version: '1.1' }), written).toBe(text);
        expect(parse(`{a: [${written}], b: {${written}: ${written}}}`), written).toEqual({
          a: [text],
          b: { [text]: text },
        });
      }
    }
  });

  it('leaves names, labels, CIDRs and API versions plain', () => {
    for (const text of [
      'web',
      'kubernetes.io/metadata.name',
      '10.0.0.0/8',
      '2001:db8::/32',
      'networking.k8s.io/v1',
      'v1.2',
      'a_b',
    ]) {
      expect(needsQuotes(text), text).toBe(false);
    }
  });

  it('is read back as the same string, whatever it is', () => {
    const unit = fc.constantFrom(...'aeyn019-_./:#,\'"[]{}&*!|>%@ \n\t~=x+😀');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), (text) => {
        const written = formatString(text, { quote: "'", always: false });
        expect(parse(`a: [${written}]\n`, { version: '1.1' })).toEqual({ a: [text] });
        expect(parse(`a: ${written}\n`, { version: '1.2' })).toEqual({ a: text });
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
