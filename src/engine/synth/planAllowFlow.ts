import type { EditPlan, PlanResult, Refusal } from '../edits/EditPlan.ts';
import { intersectPorts, isEmptyPortSet } from '../net/portAlgebra.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { assemblePlan } from './assemblePlan.ts';
import { createPolicy } from './createPolicy.ts';
import { refuse } from './EndPlan.ts';
import { findMissingPorts } from './findMissingPorts.ts';
import { listRuleAdditions, type EndOption } from './listRuleAdditions.ts';
import type { NeededEnd } from './NeededEnd.ts';
import { findIntentEnd, listIsolated, type IntentEnd, type PlanningBase } from './PlanningBase.ts';
import type { AllowFlowArgs } from './PlanPreview.ts';
import { isValidChoice, toPortsOfChoice, toRequestedPorts } from './requestedPorts.ts';

/**
 * The smallest edit after which `from` reaches `to` on the ports: each end that is isolated and does not admit them yet
 * gets a port, a peer or a rule in a policy of its own, else a new policy. Refusals: SAME_ENDPOINT, EXTERNAL_TO_EXTERNAL,
 * NO_PORTS (a port that no API server takes), HOST_NETWORK, NO_LABELS, ALREADY_ALLOWED, DOCUMENT_STALE (an end is gone),
 * and those of the text.
 */
export function planAllowFlow(base: PlanningBase, args: AllowFlowArgs): PlanResult {
  const from = findIntentEnd(base, args.from);
  const to = findIntentEnd(base, args.to);
  if (!from || !to) return refuse('DOCUMENT_STALE', { endpoint: from ? args.to : args.from });
  const refusal = checkIntent(from, to, args);
  if (refusal) return refusal;

  const needed = [findNeed(base, 'ingress', from, to, args), findNeed(base, 'egress', from, to, args)].filter(
    (end) => end !== null,
  );
  if (needed.length === 0) return refuse('ALREADY_ALLOWED', { from: args.from, to: args.to });
  const host = needed.map(({ other }) => other).find(isOnHostNetwork);
  if (host) return refuse('HOST_NETWORK', { workload: host.id });

  const options: EndOption[] = [];
  for (const end of needed) {
    const option = chooseOption(base, end);
    if ('reason' in option) return option;
    options.push(option);
  }
  const words: Pick<EditPlan, 'label' | 'warnings'> = {
    label: `Allow ${from.name} → ${to.name} on ${formatPortSet(toRequestedPorts(args.ports))}`,
    warnings: options.flatMap(({ warnings }) => warnings),
  };
  return assemblePlan(
    base.manifests,
    options.map(({ end }) => end),
    words,
  );
}

function checkIntent(from: IntentEnd, to: IntentEnd, { ports }: AllowFlowArgs): Refusal | null {
  if (from.type === 'external' && to.type === 'external') return refuse('EXTERNAL_TO_EXTERNAL');
  if (from.id === to.id && from.type === 'workload' && !from.workload.canHaveTwoPods) {
    return refuse('SAME_ENDPOINT', { workload: from.id });
  }
  return ports.every(isValidChoice) ? null : refuse('NO_PORTS');
}

const isOnHostNetwork = (end: IntentEnd): boolean =>
  end.type === 'workload' && end.pods.every(({ hostNetwork }) => hostNetwork);

/** What one end lacks; null when it is open, outside the cluster, or admits everything asked for. */
function findNeed(
  base: PlanningBase,
  direction: Direction,
  from: IntentEnd,
  to: IntentEnd,
  { ports }: AllowFlowArgs,
): NeededEnd | null {
  const [subject, other] = direction === 'egress' ? [from, to] : [to, from];
  if (subject.type === 'external') return null;
  const isolated = listIsolated(base, { direction, pods: subject.pods });
  const missing = findMissingPorts(base, { direction, subjects: isolated, other, ports: toRequestedPorts(ports) });
  if (isEmptyPortSet(missing)) return null;
  return {
    direction,
    subject,
    isolated,
    other,
    destinations: to.type === 'workload' ? to.pods : [],
    ports: ports.filter((choice) => !isEmptyPortSet(intersectPorts(toPortsOfChoice(choice), missing))),
  };
}

/** The first way whose text can be made and proven; a new policy when there is none. */
function chooseOption(base: PlanningBase, needed: NeededEnd): EndOption | Refusal {
  const words = { label: '' };
  const found = listRuleAdditions(base, needed).find(({ end }) => assemblePlan(base.manifests, [end], words).ok);
  return found ?? createPolicy(base, needed);
}
