import { describe, expect, it } from 'vitest';
import { internet, readBlock, toNamespaceValue, toTarget } from './EndValue.ts';

describe('the ends of a form', () => {
  it.each([
    ['10.0.0.0/8', { type: 'addresses', cidr: '10.0.0.0/8', except: [] }],
    ['192.0.2.7', { type: 'addresses', cidr: '192.0.2.7/32', except: [] }],
    ['2001:db8::1', { type: 'addresses', cidr: '2001:db8::1/128', except: [] }],
    [
      ' 10.0.0.0/8 except 10.1.0.0/16,10.2.0.0/16 ',
      { type: 'addresses', cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.2.0.0/16'] },
    ],
  ])('reads %s as addresses', (text, target) => {
    expect(toTarget(readBlock(text)!)).toEqual(target);
  });

  it.each(['web', '10', '10.0.0.0/8 except', '10.0.0.0/8 except web', 'cafe'])('takes %s for a name', (text) => {
    expect(readBlock(text)).toBeNull();
  });

  it('tells nodes, namespaces and addresses apart', () => {
    expect(toTarget('shop/Deployment/web')).toEqual({ type: 'node', id: 'shop/Deployment/web' });
    expect(toTarget(toNamespaceValue('shop'))).toEqual({ type: 'namespace', name: 'shop' });
    expect(toTarget(internet)).toMatchObject({ cidr: '0.0.0.0/0', except: expect.arrayContaining(['10.0.0.0/8']) });
  });
});
