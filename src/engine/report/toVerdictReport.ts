import type { Connectivity, NodeRef } from '../connectivity/Connectivity.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import type { EndReason } from '../explain/Explanation.ts';
import { explainPair } from '../explain/explainFlow.ts';
import { explainWorkloadFlow } from '../explain/explainWorkloadFlow.ts';
import { listPodPairs } from '../explain/listPodPairs.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { SourceFile } from '../manifest/SourceFile.ts';
import { hasPort } from '../net/portAlgebra.ts';
import type { Protocol } from '../net/PortSet.ts';
import { toPortJson } from '../net/toPortJson.ts';
import type { Origin, RuleOrigin } from '../policy/PolicyRule.ts';
import { createPlaceFinder, toReportProblems, type PlaceFinder } from './toReportProblems.ts';
import type { ReportReason, VerdictReport } from './VerdictReport.ts';

export interface VerdictReportInput {
  readonly connectivity: Connectivity;
  readonly problems: readonly Problem[];
  /** What was analysed, for lines and columns. */
  readonly files: readonly SourceFile[];
}

export interface VerdictQuestion {
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly port: { readonly protocol: Protocol; readonly port: number };
}

/** One verdict with the reasons of both ends, version 1 of the report; null when both ends are outside the cluster. */
export function toVerdictReport(input: VerdictReportInput, { from, to, port }: VerdictQuestion): VerdictReport | null {
  const { connectivity, problems, files } = input;
  const explanation = explainWorkloadFlow(connectivity, toNodeId(connectivity, from), toNodeId(connectivity, to), port);
  if (explanation === null) return null;
  const findPlace = createPlaceFinder(files);
  const sameVerdict = listPodPairs(connectivity, from, to).every(
    (pair) => explainPair(connectivity, pair, port).verdict === explanation.verdict,
  );
  return {
    version: 1,
    profile: connectivity.profile.name,
    from: explanation.from,
    to: explanation.to,
    ...port,
    verdict: explanation.verdict,
    pods: sameVerdict ? 'all' : 'some',
    egress: toReportReason(explanation.egress, port, findPlace),
    ingress: toReportReason(explanation.ingress, port, findPlace),
    problems: toReportProblems(problems, findPlace),
  };
}

function toReportReason(end: EndReason, port: VerdictQuestion['port'], findPlace: PlaceFinder): ReportReason {
  const toPlace = ({ file, range }: Origin): { file: string; line: number } => {
    const { line } = findPlace(file, range.start);
    return { file, line };
  };
  return {
    endpoint: end.endpoint,
    state: end.state,
    admits: hasPort(end.admits, port.protocol, port.port),
    isolatedBy: end.isolatedBy.map(({ policy, origin }) => ({ policy, ...toPlace(origin) })),
    admittedBy: end.admitting
      .filter(({ ports }) => hasPort(ports, port.protocol, port.port))
      .map(({ rule, ports }) => ({
        policy: rule.policy,
        rule: nameRule(end, rule),
        direction: end.direction,
        ...toPlace(rule),
        ports: toPortJson(ports),
      })),
    notAdmittedBy: end.nearMisses.map(({ policy, rule, because }) => ({
      policy,
      rule: rule && nameRule(end, rule),
      because,
      ...(rule ? toPlace(rule) : { file: null, line: null }),
    })),
  };
}

/** As one would look it up in the manifest. */
const nameRule = ({ direction }: EndReason, { index }: RuleOrigin): string => `spec.${direction}[${index}]`;
