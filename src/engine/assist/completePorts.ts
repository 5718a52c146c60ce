import type { Cluster, Pod } from '../cluster/Cluster.ts';
import { resolvePortOffers, type PortOffer } from '../cluster/resolvePortOffers.ts';
import type { Completion } from './Completion.ts';

interface SharedOffer extends PortOffer {
  readonly workloads: readonly string[];
}

/** Ports of the workloads that pods belong to, each once, with who has it. */
export const listPortOffers = (cluster: Cluster, pods: readonly Pod[]): readonly SharedOffer[] => {
  const offers = new Map<string, SharedOffer>();
  for (const workload of new Set(pods.map((pod) => pod.workload))) {
    const name = workload.split('/').at(-1) ?? workload;
    for (const offer of resolvePortOffers(cluster, workload)) {
      const key = `${offer.protocol}/${offer.port}/${offer.name ?? ''}`;
      const known = offers.get(key) ?? { ...offer, services: [], workloads: [] };
      const services = [...new Set([...known.services, ...offer.services])];
      offers.set(key, { ...known, services, workloads: [...known.workloads, name] });
    }
  }
  return [...offers.values()].sort((a, b) => a.port - b.port);
};

/** Numbers and names of those ports; `protocol` narrows them down. */
export const completePorts = (
  cluster: Cluster,
  pods: readonly Pod[],
  protocol: string | null,
): readonly Completion[] => {
  const offers = listPortOffers(cluster, pods).filter((offer) => protocol === null || offer.protocol === protocol);
  const toCompletion = (label: string, offer: SharedOffer): Completion => {
    const { protocol, port, name, services, workloads } = offer;
    return {
      type: 'port',
      label,
      insert: label,
      detail: { code: 'port', protocol, port, name, services, workloads },
      doc: '',
      goesOn: false,
    };
  };
  const numbers = offers.map((offer) => toCompletion(String(offer.port), offer));
  const names = offers.flatMap((offer) => (offer.name === null ? [] : [toCompletion(offer.name, offer)]));
  return [...numbers, ...names].filter(({ label }, index, all) => all.findIndex((it) => it.label === label) === index);
};
