import {
  flowCode,
  formatPortSet,
  isEmptyPortSet,
  pairVerdicts,
  type PairVerdict,
  type WorkspaceSnapshot,
} from '../../engine/index.ts';
import { endpointAt, formatEndpoint, type Endpoint } from '../node/Endpoint.ts';

/** One line of the list. */
export interface FlowItem {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly verdict: PairVerdict;
  /** Ports that are certain for all pods, for some, and those that may be; empty words where there are none. */
  readonly ports: string;
  readonly partial: string;
  readonly uncertain: string;
}

/** The row of the flow table. */
export function toFlowItem(snapshot: WorkspaceSnapshot, row: number): FlowItem {
  const { flows, portSets } = snapshot;
  const words = (set: number | undefined): string => {
    const ports = portSets[set ?? 0];
    return ports === undefined || isEmptyPortSet(ports) ? '' : formatPortSet(ports);
  };
  return {
    from: endpointAt(snapshot, flows.from[row]!),
    to: endpointAt(snapshot, flows.to[row]!),
    verdict: pairVerdicts[flowCode(flows, row)]!,
    ports: words(flows.ports[row]),
    partial: words(flows.partial[row]),
    uncertain: words(flows.uncertain[row]),
  };
}

/** A pair that nobody decided and that has no row. */
export const toOpenItem = (snapshot: WorkspaceSnapshot, from: number, to: number): FlowItem => ({
  from: endpointAt(snapshot, from),
  to: endpointAt(snapshot, to),
  verdict: 'open',
  ports: 'every port',
  partial: '',
  uncertain: '',
});

export const verdictWords: Readonly<Record<PairVerdict, string>> = {
  none: '',
  unlisted: '',
  denied: 'denied',
  open: 'open by default',
  uncertain: 'uncertain',
  partial: 'some pods only',
  rule: 'allowed by rule',
};

/** All ports in one cell: `TCP 80 · some pods only: UDP 53 · uncertain: TCP 9090`. */
export const formatItemPorts = ({ ports, partial, uncertain }: FlowItem): string =>
  [ports, partial && `some pods only: ${partial}`, uncertain && `uncertain: ${uncertain}`].filter(Boolean).join(' · ');

export const formatEnds = ({ from, to }: FlowItem): string => `${formatEndpoint(from)} → ${formatEndpoint(to)}`;
