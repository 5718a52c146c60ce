import type { FlowEnd } from '../connectivity/Connectivity.ts';
import { traceAdmissions } from '../explain/traceAdmissions.ts';
import type { ObjectId } from '../manifest/KubernetesObject.ts';
import { isEmptyPortSet } from '../net/portAlgebra.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { AssistBase } from './AssistBase.ts';
import type { HoverFlow } from './Hover.ts';

/** The flows that a policy, or one rule of it, allows and that the other end allows too. */
export const listPolicyFlows = (
  { connectivity, cluster }: AssistBase,
  policy: ObjectId,
  rule?: { readonly direction: Direction; readonly index: number },
): readonly HoverFlow[] => {
  const toName = (end: FlowEnd): string =>
    end.type === 'workload' ? cluster.workloads[end.index]!.id : connectivity.externals[end.index]!.label;
  return traceAdmissions(connectivity, policy, rule)
    .filter(({ flows }) => !isEmptyPortSet(flows))
    .map(({ from, to }) => ({ from: toName(from), to: toName(to) }));
};
