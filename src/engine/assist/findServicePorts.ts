import type { Cluster, Pod } from '../cluster/Cluster.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode, SourceScalar } from '../manifest/SourceNode.ts';
import { listPortOffers } from './completePorts.ts';
import { findPeerPods, findSubjectPods, type SelectionBase } from './findSelection.ts';
import { readChild } from './readFieldText.ts';

/** A rule's port that is a Service's, while the pods behind it listen on `target`. */
export interface ServicePortUse {
  readonly scalar: SourceScalar;
  readonly port: number;
  /** `api:80` */
  readonly service: string;
  readonly target: number;
}

/**
 * Ports of a policy's rules that none of the pods in question listens on, as far as the import says, while a Service in
 * front of them has that port: most likely the Service's port was meant, and policies look at the pods'.
 */
export const findServicePorts = (
  base: SelectionBase,
  policy: SourceMap,
  fronts: FrontPorts = listFrontPorts(base.cluster),
): readonly ServicePortUse[] => {
  const spec = readChild(policy, 'spec');
  const rules = (direction: 'ingress' | 'egress'): readonly SourceNode[] => {
    const list = readChild(spec, direction);
    return list?.type === 'seq' ? list.items : [];
  };
  const check = (rule: SourceNode, findPods: () => readonly Pod[]): readonly ServicePortUse[] => {
    // Most ports are no Service's: then nobody need be found.
    const ports = listNumbers(rule).filter(({ protocol, port }) => fronts.has(toKey(protocol, port)));
    return ports.length === 0 ? [] : checkPorts(base.cluster, ports, findPods());
  };
  return [
    ...rules('ingress').flatMap((rule) => check(rule, () => findSubjectPods(base, policy))),
    ...rules('egress').flatMap((rule) => {
      const to = readChild(rule, 'to');
      return to === null ? [] : check(rule, () => findPeerPods(base, policy, to));
    }),
  ];
};

/** Ports of Services that lead to another, or to a name: `TCP 80`. */
export type FrontPorts = ReadonlySet<string>;

const toKey = (protocol: string, port: number): string => `${protocol} ${port}`;

export const listFrontPorts = ({ services }: Cluster): FrontPorts =>
  new Set(
    services.flatMap(({ ports }) =>
      ports.filter(({ port, targetPort }) => targetPort !== port).map(({ protocol, port }) => toKey(protocol, port)),
    ),
  );

interface WrittenPort {
  readonly node: SourceNode;
  readonly protocol: string;
  readonly port: number;
}

/** The ports of a rule that are single numbers. */
const listNumbers = (rule: SourceNode): readonly WrittenPort[] => {
  const ports = readChild(rule, 'ports');
  if (ports?.type !== 'seq') return [];
  return ports.items.flatMap((item) => {
    const port = readChild(item, 'port');
    if (port?.type !== 'scalar' || typeof port.value !== 'number' || readChild(item, 'endPort') !== null) return [];
    const written = readChild(item, 'protocol');
    return [{ node: port, port: port.value, protocol: written?.type === 'scalar' ? written.text : 'TCP' }];
  });
};

const checkPorts = (
  cluster: Cluster,
  ports: readonly WrittenPort[],
  pods: readonly Pod[],
): readonly ServicePortUse[] => {
  const offers = pods.length === 0 ? [] : listPortOffers(cluster, pods);
  return ports.flatMap(({ node, port, protocol }) => {
    const fitting = offers.filter((offer) => offer.protocol === protocol);
    if (fitting.some((offer) => offer.port === port)) return [];
    const behind = fitting.filter(({ services }) => services.some((service) => service.endsWith(`:${port}`)));
    const [offer] = behind;
    const service = offer?.services.find((each) => each.endsWith(`:${port}`));
    if (offer === undefined || service === undefined || new Set(behind.map((each) => each.port)).size > 1) return [];
    return [{ scalar: resolveAlias(node) as SourceScalar, port, service, target: offer.port }];
  });
};
