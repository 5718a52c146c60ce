import type { Connectivity, FlowEnd } from '../connectivity/Connectivity.ts';
import { matchSelection } from '../connectivity/matchesPeer.ts';
import { isEmptyPortSet } from '../net/portAlgebra.ts';
import type { ManifestSet } from '../manifest/ManifestSet.ts';
import type { FilePath, TextRange } from '../manifest/SourceFile.ts';
import type { Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { CaretMeaning } from './CaretMeaning.ts';
import { traceAdmissions } from './traceAdmissions.ts';

const nothing: CaretMeaning = { policy: null, rule: null, selects: [], allows: [], object: null };

/**
 * What a place in the text stands for: inside a rule the flows it allows, elsewhere in a policy all that the policy allows
 * and selects, in another object that object. Only flows that the other end admits as well, or may.
 */
export function explainCaret(
  { manifests, connectivity }: { readonly manifests: ManifestSet; readonly connectivity: Connectivity },
  file: FilePath,
  offset: number,
): CaretMeaning {
  const contains = ({ start, end }: TextRange): boolean => start <= offset && offset <= end;
  const policy = connectivity.tiers
    .flatMap((tier) => tier.policies)
    .find(({ origin }) => origin.file === file && contains(origin.range));
  if (policy)
    return explainPolicy(
      connectivity,
      policy,
      policy.rules.find(({ origin }) => contains(origin.range)),
    );
  const object = manifests.files
    .find(({ source }) => source.path === file)
    ?.documents.flatMap((document) => document.objects)
    .find(({ source }) => contains(source.range));
  return object ? { ...nothing, object: object.id } : nothing;
}

function explainPolicy(connectivity: Connectivity, policy: Policy, rule: PolicyRule | undefined): CaretMeaning {
  const { cluster, externals, knowledge } = connectivity;
  const place = rule && { direction: rule.direction, index: rule.origin.index };
  const toId = (end: FlowEnd): string =>
    end.type === 'workload' ? cluster.workloads[end.index]!.id : externals[end.index]!.id;
  return {
    policy: policy.id,
    rule: place ?? null,
    selects: cluster.workloads
      .filter(({ pods }) => pods.some((pod) => matchSelection(policy.subject, cluster.pods[pod]!, knowledge) === 'yes'))
      .map(({ id }) => id),
    allows: traceAdmissions(connectivity, policy.id, place)
      .filter(({ flows, uncertain }) => !isEmptyPortSet(flows) || !isEmptyPortSet(uncertain))
      .map(({ from, to }) => ({ from: toId(from), to: toId(to) })),
    object: null,
  };
}
