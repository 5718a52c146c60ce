import type { NoiseId } from '../../store/state.ts';
import type { MapFlows } from './MapFlows.ts';

/** A class of flows that are everywhere and say little. */
export interface Noise {
  readonly id: NoiseId;
  readonly label: string;
  /** By row of the flow table. */
  readonly find: (index: MapFlows) => (row: number) => boolean;
}

const dnsPort = 53;
const scrapers =
  /(^|[-.])(prometheus|victoria-?metrics|vmagent|grafana-agent|alloy|opentelemetry-collector|otel-collector|datadog-agent|metrics-server)([-.]|$)/i;

/** Flows on port 53 alone. */
const findDns: Noise['find'] = ({ snapshot: { flows, portSets } }) => {
  const isDns = portSets.map(({ TCP, UDP, SCTP }) => {
    const all = [...TCP, ...UDP, ...SCTP];
    return all.length > 0 && all.every(([first, last]) => first === dnsPort && last === dnsPort);
  });
  const isEmpty = portSets.map(({ TCP, UDP, SCTP }) => TCP.length + UDP.length + SCTP.length === 0);
  return (row) => {
    const sets = [flows.ports[row]!, flows.partial[row]!];
    return sets.some((set) => isDns[set]) && sets.every((set) => isDns[set] === true || isEmpty[set] === true);
  };
};

/** Flows from workloads that collect metrics, known by their names. */
const findMonitoring: Noise['find'] = ({ snapshot: { flows, workloads } }) => {
  const isScraper = workloads.map(({ name, labels }) =>
    [name, labels['app.kubernetes.io/name'] ?? '', labels['app'] ?? ''].some((word) => scrapers.test(word)),
  );
  return (row) => isScraper[flows.from[row]!] === true;
};

export const noises: readonly Noise[] = [
  { id: 'dns', label: 'DNS (port 53)', find: findDns },
  { id: 'monitoring', label: 'Monitoring (scrapers of metrics)', find: findMonitoring },
];
