import type { DiffNode } from '../diff/WorkspaceDiff.ts';
import { formatIpIntervals } from '../net/formatIpSet.ts';
import { emptyIpSet, unionIps } from '../net/ipAlgebra.ts';
import { joinWords } from './joinWords.ts';

/** Words for sets of nodes of a difference. */
export type NodeNames = (nodes: readonly number[]) => string;

/** Names within one namespace, and ranges of addresses, before they are counted instead. */
const namedAtMost = 2;
/** Parts of a list before the rest is counted. */
const partsAtMost = 4;

/**
 * Names sets of nodes as short as they can be said: `shop/web`, `5 workloads of shop`, `all 8 workloads of shop`,
 * `every workload`, `10.0.0.0/8`, `everything`. A name that several kinds of workloads share has its kind with it.
 */
export const createNodeNames = (nodes: readonly DiffNode[]): NodeNames => {
  const workloads = nodes.filter((node) => node.type === 'workload');
  const externalCount = nodes.length - workloads.length;
  const sizes = new Map<string, number>();
  const bearers = new Map<string, number>();
  for (const { namespace, name } of workloads) {
    sizes.set(namespace, (sizes.get(namespace) ?? 0) + 1);
    bearers.set(`${namespace}/${name}`, (bearers.get(`${namespace}/${name}`) ?? 0) + 1);
  }
  const nameOf = ({ id, namespace, name }: (typeof workloads)[number]): string =>
    bearers.get(`${namespace}/${name}`) === 1 ? `${namespace}/${name}` : id;

  const nameWorkloads = (set: readonly (typeof workloads)[number][]): string[] => {
    if (set.length === workloads.length && set.length > 1) return ['every workload'];
    const byNamespace = new Map<string, (typeof workloads)[number][]>();
    for (const node of set) byNamespace.set(node.namespace, [...(byNamespace.get(node.namespace) ?? []), node]);
    const missing = [...sizes.keys()].filter((namespace) => !byNamespace.has(namespace));
    const whole = [...byNamespace].filter(([namespace, own]) => own.length === sizes.get(namespace));
    if (missing.length === 1 && whole.length === byNamespace.size && whole.length > 1) {
      return [`every workload outside ${missing[0]}`];
    }
    const largeFirst = [...byNamespace].sort(([, a], [, b]) => b.length - a.length);
    const shown = largeFirst.length <= partsAtMost ? largeFirst : largeFirst.slice(0, partsAtMost - 1);
    const rest = largeFirst.slice(shown.length);
    const parts = shown.flatMap(([namespace, own]) => {
      if (own.length <= namedAtMost) return own.map(nameOf);
      const all = own.length === sizes.get(namespace) ? 'all ' : '';
      return [`${all}${own.length} workloads of ${namespace}`];
    });
    const left = rest.reduce((sum, [, own]) => sum + own.length, 0);
    return left === 0 ? parts : [...parts, `${left} workloads of ${rest.length} other namespaces`];
  };

  const nameExternals = (set: readonly DiffNode[]): string[] => {
    if (set.length === 0) return [];
    if (set.length === externalCount) return ['everything outside the cluster'];
    const addresses = set.reduce(
      (sum, node) => (node.type === 'external' ? unionIps(sum, node.addresses) : sum),
      emptyIpSet,
    );
    const ranges = formatIpIntervals(addresses);
    if (ranges.length <= namedAtMost) return ranges;
    return [...ranges.slice(0, namedAtMost - 1), `${ranges.length - namedAtMost + 1} more ranges outside`];
  };

  return (set) => {
    if (set.length === nodes.length && workloads.length > 0) return 'everything';
    const own = set.map((node) => nodes[node]!);
    return joinWords([
      ...nameWorkloads(own.filter((node) => node.type === 'workload')),
      ...nameExternals(own.filter((node) => node.type === 'external')),
    ]);
  };
};
