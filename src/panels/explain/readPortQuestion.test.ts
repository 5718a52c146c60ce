import { describe, expect, it } from 'vitest';
import { readPortQuestion } from './readPortQuestion.ts';

describe('the port in a question', () => {
  it('is a number of TCP unless it says otherwise', () => {
    expect(readPortQuestion('8080')).toEqual({ ok: true, port: { protocol: 'TCP', port: 8080 } });
    expect(readPortQuestion('udp 53')).toEqual({ ok: true, port: { protocol: 'UDP', port: 53 } });
    expect(readPortQuestion('SCTP/36412')).toEqual({ ok: true, port: { protocol: 'SCTP', port: 36412 } });
  });

  it('may be left out', () => {
    expect(readPortQuestion(' ')).toEqual({ ok: true, port: null });
  });

  it('is refused when it is none', () => {
    for (const text of ['0', '65536', 'http', 'icmp 8', '80-90']) expect(readPortQuestion(text)).toEqual({ ok: false });
  });
});
