import type { Protocol } from '../net/PortSet.ts';
import type { Cluster, Pod } from './Cluster.ts';
import { resolveTargetPort, standsInFront } from './resolvePortOffers.ts';

/** A port of a Service in front of a pod, and the pod's ports that it leads to (none when its name is not there). */
export interface ServiceHop {
  readonly service: string;
  readonly protocol: Protocol;
  readonly port: number;
  readonly targets: readonly number[];
}

/** Every port of every Service in front of a pod, in the order of the import. */
export const listServiceHops = ({ services }: Pick<Cluster, 'services'>, pod: Pod): readonly ServiceHop[] =>
  services
    .filter((service) => service.namespace === pod.namespace && standsInFront(service, [pod]))
    .flatMap(({ name, ports }) =>
      ports.map(({ protocol, port, targetPort }) => ({
        service: name,
        protocol,
        port,
        targets: resolveTargetPort(targetPort, protocol, [pod]),
      })),
    );
