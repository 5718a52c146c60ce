import { listServiceHops } from '../cluster/listServiceHops.ts';
import type { Pod } from '../cluster/Cluster.ts';
import { resolvePort } from '../connectivity/resolvePorts.ts';
import { isSpelledAlike } from '../labels/isSpelledAlike.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import { isEmptyPortSet } from '../net/portAlgebra.ts';
import type { PolicyRule, PortMatch } from '../policy/PolicyRule.ts';
import type { MissCause } from './MissCause.ts';
import type { MeasureSources } from './measureRule.ts';
import type { PortExplanation } from './PolicyExplanation.ts';
import type { Sample } from './Sample.ts';

/** Services are looked up for so many destinations at most: a hint, and one of them is enough. */
const hintedDestinations = 50;

/** What each port item of a rule is at its destinations; null for a rule that lists none. */
export const describePorts = (
  { connectivity }: MeasureSources,
  { ports }: PolicyRule,
  destinations: readonly Sample[],
): readonly PortExplanation[] | null => {
  const { cluster } = connectivity;
  const pods = destinations.map(({ endpoints: [first] }) =>
    first!.type === 'pod' ? cluster.pods[first!.index]! : null,
  );
  const findHint = (port: PortMatch): MissCause | null => {
    for (const pod of pods.slice(0, hintedDestinations)) {
      const hop = pod === null ? null : findServicePort(port, pod, listServiceHops(cluster, pod));
      if (hop !== null) return hop;
    }
    return null;
  };
  return (
    ports?.map((port, index): PortExplanation => {
      const matched = pods.filter((pod) => !isEmptyPortSet(resolvePort(port, pod?.ports ?? []))).length;
      return {
        index,
        origin: port.origin,
        destinations: destinations.length,
        matched,
        cause: matched === 0 && port.type === 'name' ? toNameCause(port, pods) : findHint(port),
      };
    }) ?? null
  );
};

const toNameCause = (
  { name, protocol }: Extract<PortMatch, { type: 'name' }>,
  pods: readonly (Pod | null)[],
): MissCause | null => {
  if (pods.length === 0) return null;
  const there = new Map<string, Pick<ContainerPort, 'name' | 'port' | 'protocol'>>();
  for (const { name: own, port, protocol: of } of pods.flatMap((pod) => pod?.ports ?? [])) {
    there.set(`${of} ${own} ${port}`, { name: own, port, protocol: of });
  }
  const names = [...there.values()].flatMap((port) => port.name ?? []);
  const similar = names.find((own) => own === name) ?? names.find((own) => isSpelledAlike(own, name)) ?? null;
  return { code: 'portName', name, protocol, there: [...there.values()], similar };
};

/** A single port that is a Service's in front of the pod, and neither a port of its containers nor a target itself. */
const findServicePort = (port: PortMatch, pod: Pod, hops: ReturnType<typeof listServiceHops>): MissCause | null => {
  if (port.type !== 'range' || port.from !== port.to) return null;
  const own = hops.filter(({ protocol }) => protocol === port.protocol);
  const isOfPod =
    pod.ports.some((each) => each.protocol === port.protocol && each.port === port.from) ||
    own.some(({ targets }) => targets.includes(port.from));
  const hop = isOfPod ? undefined : own.find((each) => each.port === port.from && each.targets.length > 0);
  return hop === undefined ? null : { code: 'listedServicePort', ...hop };
};
