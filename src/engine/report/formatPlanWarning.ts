import type { PlanWarning, PlanWarningCode } from '../edits/EditPlan.ts';

const sentences: Readonly<Record<PlanWarningCode, (args: PlanWarning['args']) => string>> = {
  LABELS_SHARED: ({ workload, others }) =>
    `The labels of ${workload} are those of ${others} too: no selector can tell them apart, so the rule takes in both.`,
  RULE_COVERS_MORE: ({ policy, direction, rule }) =>
    `What is removed from ${policy} (${direction} rule ${rule}) allows more than this flow; see the flows below.`,
  NAMESPACE_WIDE: ({ workload }) =>
    `No label tells ${workload} from its neighbours: the rule takes in its whole namespace.`,
  DNS_BY_CONVENTION: () =>
    'The import has no name servers; the rule is for where most clusters have theirs: pods k8s-app=kube-dns in kube-system. Check that yours are there.',
  SELECTOR_IMMUTABLE: ({ object }) =>
    `A cluster does not let the selector of ${object} be changed: it has to be deleted there and created anew.`,
  NOT_FROZEN: ({ ends }) => `No selector can name ${ends}; what flows to or from there today is not kept.`,
  HOST_NETWORK: ({ workload }) =>
    `Some pods of ${workload} are on the network of their node, where no selector reaches them; the change is for the others.`,
};

/** The sentence for people: what a plan does beyond what was asked for. */
export const formatPlanWarning = ({ code, args }: PlanWarning): string => sentences[code](args);
