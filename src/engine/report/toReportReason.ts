import type { AdmittingRule, EndReason, NearMiss } from '../explain/Explanation.ts';
import type { MissCode } from '../explain/MissCause.ts';
import { hasPort } from '../net/portAlgebra.ts';
import { toPortJson } from '../net/toPortJson.ts';
import type { Direction, Origin } from '../policy/PolicyRule.ts';
import { formatMissCauses } from './formatMissCause.ts';
import type { CauseContext } from './formatMissCause.ts';
import { formatMissingFact, formatSettling } from './formatMissingFact.ts';
import type { PlaceFinder } from './toReportProblems.ts';
import type { NotAdmitting, ReportItem, ReportReason, RulePlace } from './VerdictReport.ts';

/** One end's reasons for the report, with their lines. */
export function toReportReason(end: EndReason, context: CauseContext, findPlace: PlaceFinder): ReportReason {
  const { port } = context;
  const toPlace = ({ file, range }: Origin) => {
    const { line } = findPlace(file, range.start);
    return { file: file as string, line };
  };
  const toItem = (path: string, origin: Origin | null): ReportItem | null =>
    origin && { path, line: toPlace(origin).line };
  return {
    endpoint: end.endpoint,
    direction: end.direction,
    state: end.state,
    verdict: end.verdict,
    admits: end.verdict === 'allowed',
    isolatedBy: end.isolatedBy.map(({ policy, origin, match }) => ({ policy, ...toPlace(origin), match })),
    admittedBy: end.admitting
      .filter(({ ports }) => port === null || hasPort(ports, port.protocol, port.port))
      .map((rule): RulePlace => {
        const paths = namePaths(end.direction, rule);
        return {
          policy: rule.rule.policy,
          rule: paths.rule,
          direction: end.direction,
          ...toPlace(rule.peerOrigin ?? rule.rule),
          match: rule.match,
          peer: toItem(paths.peer, rule.peerOrigin),
          portItem: toItem(paths.port, rule.portOrigin),
          ports: toPortJson(rule.ports),
        };
      }),
    notAdmittedBy: end.nearMisses.map((miss): NotAdmitting => ({
      policy: miss.policy,
      rule: miss.rule && nameRule(end.direction, miss.rule.index),
      because: toBecause(miss.causes[0]!.code),
      causes: miss.causes,
      message: formatMissCauses(miss.causes, context),
      item: nameItem(end.direction, miss),
      ...toPlace(miss.origin),
    })),
    missing: end.missing.map((fact) => ({
      ...fact,
      message: formatMissingFact(fact),
      settledBy: formatSettling(fact),
    })),
  };
}

/** As one would look it up in the manifest. */
const nameRule = (direction: Direction, index: number): string => `spec.${direction}[${index}]`;
const nameField = (direction: Direction): string => (direction === 'ingress' ? 'from' : 'to');

const namePaths = (direction: Direction, { rule, peerIndex, portIndices }: AdmittingRule) => {
  const name = nameRule(direction, rule.index);
  return {
    rule: name,
    peer: `${name}.${nameField(direction)}[${peerIndex}]`,
    port: `${name}.ports[${portIndices?.[0]}]`,
  };
};

const nameItem = (direction: Direction, { rule, peerIndex, portIndex }: NearMiss): string | null => {
  if (rule === null) return null;
  const name = nameRule(direction, rule.index);
  if (peerIndex !== null) return `${name}.${nameField(direction)}[${peerIndex}]`;
  return portIndex === null ? null : `${name}.ports[${portIndex}]`;
};

const toBecause = (code: MissCode): NotAdmitting['because'] => {
  switch (code) {
    case 'noRules':
      return 'noRules';
    case 'ignoredDirection':
      return 'ignored';
    case 'subjectLabel':
    case 'subjectNamespace':
      return 'subject';
    case 'port':
    case 'protocol':
    case 'askedServicePort':
    case 'listedServicePort':
    case 'portName':
    case 'noDns':
      return 'port';
    default:
      return 'peer';
  }
};
