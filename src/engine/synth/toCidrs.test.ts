import { describe, expect, it } from 'vitest';
import { everyAddress } from '../net/ipAlgebra.ts';
import { toCidrs } from './toCidrs.ts';

describe('addresses as CIDRs', () => {
  it('is one block for each family when it is everything', () => {
    expect(toCidrs(everyAddress)).toEqual(['0.0.0.0/0', '::/0']);
  });

  it('is the fewest blocks that are exactly the range', () => {
    expect(toCidrs({ v4: [[0n, 0x09ffffffn]], v6: [] })).toEqual(['0.0.0.0/5', '8.0.0.0/7']);
    expect(toCidrs({ v4: [[0x0a000001n, 0x0a000004n]], v6: [[1n, 1n]] })).toEqual([
      '10.0.0.1/32',
      '10.0.0.2/31',
      '10.0.0.4/32',
      '::1/128',
    ]);
    expect(toCidrs({ v4: [], v6: [] })).toEqual([]);
  });
});
