import type { EndReason, FlowExplanation } from '../explain/Explanation.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { SourceFile } from '../manifest/SourceFile.ts';
import { hasPort } from '../net/portAlgebra.ts';
import type { Protocol } from '../net/PortSet.ts';
import { toPortJson } from '../net/toPortJson.ts';
import type { Origin, RuleOrigin } from '../policy/PolicyRule.ts';
import { createPlaceFinder, toReportProblems, type PlaceFinder } from './toReportProblems.ts';
import type { ReportReason, VerdictReport } from './VerdictReport.ts';

export interface VerdictReportInput {
  readonly explanation: FlowExplanation;
  /** The port that was asked for. */
  readonly port: { readonly protocol: Protocol; readonly port: number };
  readonly profile: string;
  readonly problems: readonly Problem[];
  /** What was analysed, for lines and columns. */
  readonly files: readonly SourceFile[];
}

/** One verdict with the reasons of both ends, version 1 of the report. */
export function toVerdictReport(input: VerdictReportInput): VerdictReport {
  const { explanation, port, profile, problems, files } = input;
  const findPlace = createPlaceFinder(files);
  return {
    version: 1,
    profile,
    from: explanation.from,
    to: explanation.to,
    protocol: port.protocol,
    port: port.port,
    verdict: explanation.verdict,
    sameForAllPods: explanation.sameForAllPods,
    egress: toReportReason(explanation.egress, port, findPlace),
    ingress: toReportReason(explanation.ingress, port, findPlace),
    problems: toReportProblems(problems, findPlace),
  };
}

function toReportReason(end: EndReason, port: VerdictReportInput['port'], findPlace: PlaceFinder): ReportReason {
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
