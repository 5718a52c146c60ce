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
export const findServicePorts = (base: SelectionBase, policy: SourceMap): readonly ServicePortUse[] => {
  const { cluster } = base;
  const spec = readChild(policy, 'spec');
  const rules = (direction: 'ingress' | 'egress'): readonly SourceNode[] => {
    const list = readChild(spec, direction);
    return list?.type === 'seq' ? list.items : [];
  };
  const subject = findSubjectPods(base, policy);
  return [
    ...rules('ingress').flatMap((rule) => checkRule(cluster, rule, subject)),
    ...rules('egress').flatMap((rule) => {
      const to = readChild(rule, 'to');
      return to === null ? [] : checkRule(cluster, rule, findPeerPods(base, policy, to));
    }),
  ];
};

const checkRule = (cluster: Cluster, rule: SourceNode, pods: readonly Pod[]): readonly ServicePortUse[] => {
  const ports = readChild(rule, 'ports');
  if (ports?.type !== 'seq' || pods.length === 0) return [];
  const offers = listPortOffers(cluster, pods);
  return ports.items.flatMap((item) => {
    const port = readChild(item, 'port');
    if (port?.type !== 'scalar' || typeof port.value !== 'number' || readChild(item, 'endPort') !== null) return [];
    const number = port.value;
    const written = readChild(item, 'protocol');
    const protocol = written?.type === 'scalar' ? written.text : 'TCP';
    const fitting = offers.filter((offer) => offer.protocol === protocol);
    if (fitting.some((offer) => offer.port === number)) return [];
    const behind = fitting.filter(({ services }) => services.some((service) => service.endsWith(`:${number}`)));
    const [offer] = behind;
    const service = offer?.services.find((each) => each.endsWith(`:${number}`));
    if (offer === undefined || service === undefined || new Set(behind.map((each) => each.port)).size > 1) return [];
    return [{ scalar: resolveAlias(port) as SourceScalar, port: number, service, target: offer.port }];
  });
};
