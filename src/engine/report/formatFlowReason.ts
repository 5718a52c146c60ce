import { formatMissingFact } from './formatMissingFact.ts';
import type { EndSummary, FlowReason } from '../explain/explainFlows.ts';

const stateWords: Readonly<Record<Exclude<EndSummary['state'], 'isolated'>, string>> = {
  open: 'open',
  external: 'outside the cluster',
  hostNetwork: 'host network',
  self: 'the pod itself',
  node: 'its own node',
};

/** For a table's cell: `egress: allow-dns · ingress: open`, or `open by default at both ends`. */
export function formatFlowReason({ egress, ingress }: FlowReason): string {
  if (isOpen(egress) && isOpen(ingress)) return 'open by default: no policy selects either end';
  return `egress: ${formatEnd(egress)} · ingress: ${formatEnd(ingress)}`;
}

const isOpen = ({ state, verdict }: EndSummary): boolean =>
  verdict === 'allowed' && (state === 'open' || state === 'external');

function formatEnd({ state, verdict, policies, missing }: EndSummary): string {
  if (verdict === 'uncertain') return `uncertain${missing === null ? '' : `, ${formatMissingFact(missing)}`}`;
  if (state !== 'isolated') return stateWords[state];
  if (policies.length === 0) return 'no rule admits it';
  return policies.map((id) => id.split('/').slice(2).join('/')).join(', ');
}
