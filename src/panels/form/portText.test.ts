import { describe, expect, it } from 'vitest';
import { formatPortText, readPortText } from './portText.ts';

describe('a port in one field', () => {
  it.each([
    ['', { port: null, endPort: null }],
    ['8080', { port: 8080, endPort: null }],
    ['8000-8010', { port: 8000, endPort: 8010 }],
    ['http', { port: 'http', endPort: null }],
  ])('“%s” reads and shows the same', (text, port) => {
    expect(readPortText(text)).toEqual(port);
    expect(formatPortText(port)).toBe(text);
  });

  it('takes blanks and a long dash', () => {
    expect(readPortText(' 80 – 90 ')).toEqual({ port: 80, endPort: 90 });
  });

  it('leaves what is neither number nor range to the engine', () => {
    expect(readPortText('80-')).toEqual({ port: '80-', endPort: null });
  });
});
