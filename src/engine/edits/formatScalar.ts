import type { TextStyle } from './TextStyle.ts';

/** Words that YAML 1.1 or 1.2 reads as a boolean or null, whatever their case. */
const words = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;

/** What may be a number, date or time in YAML 1.1 or 1.2: `1.0`, `0x1f`, `0o7`, `1e3`, `1_000`, `12:30`, `.5`, `.inf`, `.nan`. */
const numbers = /^(?:[-+.]?[0-9][-+0-9a-fxobe_.:tz]*|[-+]?\.(?:inf|nan))$/i;

/** Plain scalars that mean themselves everywhere, in flow collections too. */
const plain = /^[A-Za-z0-9_/.](?:[A-Za-z0-9_/.@-]|:(?=[A-Za-z0-9/:]))*$/;

/** Whether a string has to be quoted so that every reader of YAML takes it for that string. */
export const needsQuotes = (text: string): boolean => !plain.test(text) || words.test(text) || numbers.test(text);

/** A string as a value or key, quoted where it must be or the style says so. */
export function formatString(text: string, { quote, always }: { quote: TextStyle['quote']; always: boolean }): string {
  if (!always && !needsQuotes(text)) return text;
  const printable = /^[\x20-\x7e\xa0-\ud7ff\ue000-\ufefe]*$/.test(text);
  return quote === "'" && printable ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

/** A scalar in a document's style. */
export function formatScalar(value: string | number | boolean | null, style: TextStyle): string {
  if (typeof value === 'string') return formatString(value, { quote: style.quote, always: style.quoteStrings });
  return value === null ? 'null' : String(value);
}
