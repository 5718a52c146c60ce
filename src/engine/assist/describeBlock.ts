import type { Cluster } from '../cluster/Cluster.ts';
import { hasAddress, ipSetOf, subtractIps } from '../net/ipAlgebra.ts';
import type { AddressIntervals } from '../net/IpSet.ts';
import { parseCidr } from '../net/parseCidr.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import type { HoverFact } from './Hover.ts';
import { readChild } from './readFieldText.ts';

const count = (intervals: AddressIntervals): bigint =>
  intervals.reduce((sum, [first, last]) => sum + last - first + 1n, 0n);

/** What an ipBlock covers: how many addresses, and which workloads are known to have one of them. Null while it is invalid. */
export const describeBlock = (cluster: Cluster, block: SourceNode): HoverFact | null => {
  const written = readChild(block, 'cidr');
  const cidr = written?.type === 'scalar' ? parseCidr(written.text) : null;
  if (written?.type !== 'scalar' || cidr === null) return null;
  const list = readChild(block, 'except');
  const except = list?.type === 'seq' ? list.items.flatMap((item) => (item.type === 'scalar' ? [item.text] : [])) : [];
  const addresses = except.reduce((rest, text) => {
    const part = parseCidr(text);
    return part === null ? rest : subtractIps(rest, ipSetOf(part));
  }, ipSetOf(cidr));
  const inside = cluster.pods.filter((pod) => pod.addresses.some((address) => hasAddress(addresses, address)));
  return {
    code: 'addresses',
    cidr: written.text,
    except,
    family: cidr.family === 'v4' ? 4 : 6,
    count: String(count(addresses.v4) + count(addresses.v6)),
    workloads: [...new Set(inside.map(({ workload }) => workload))],
  };
};
