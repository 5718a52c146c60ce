import type { Connectivity, NodeRef } from '../connectivity/Connectivity.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import { createPolicyFinder } from '../explain/createPolicyFinder.ts';
import type { FlowExplanation } from '../explain/Explanation.ts';
import { explainPair } from '../explain/explainFlow.ts';
import { explainWorkloadFlow } from '../explain/explainWorkloadFlow.ts';
import { listPodPairs } from '../explain/listPodPairs.ts';
import type { Problem } from '../manifest/Problem.ts';
import type { SourceFile } from '../manifest/SourceFile.ts';
import { parseIpAddress } from '../net/parseIpAddress.ts';
import type { Protocol } from '../net/PortSet.ts';
import { toReportReason } from './toReportReason.ts';
import { createPlaceFinder, toReportProblems } from './toReportProblems.ts';
import type { VerdictCause, ReportReason, VerdictReport } from './VerdictReport.ts';

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
  /** What the one who asked calls the ends: an address says more than the range of addresses it is in. */
  readonly asked?: { readonly from: string; readonly to: string };
}

/** One verdict with the reasons of both ends, version 1 of the report; null when both ends are outside the cluster. */
export function toVerdictReport(
  { connectivity, problems, files }: VerdictReportInput,
  { from, to, port, asked }: VerdictQuestion,
): VerdictReport | null {
  const ids = { from: toNodeId(connectivity, from), to: toNodeId(connectivity, to) };
  const names = { from: nameEnd(ids.from, asked?.from), to: nameEnd(ids.to, asked?.to) };
  const question = {
    port,
    fromAddress: from.type === 'external' ? parseIpAddress(names.from) : null,
    toAddress: to.type === 'external' ? parseIpAddress(names.to) : null,
  };
  const explanation = explainWorkloadFlow(connectivity, ids.from, ids.to, question);
  if (explanation === null) return null;
  const findPlace = createPlaceFinder(files);
  const toReason = (direction: 'egress' | 'ingress'): ReportReason => {
    const [subject, other] = direction === 'egress' ? [names.from, names.to] : [names.to, names.from];
    return toReportReason(explanation[direction], { direction, subject, other, port }, findPlace);
  };
  const report = { egress: toReason('egress'), ingress: toReason('ingress') };
  const finder = createPolicyFinder(connectivity);
  const isSame = listPodPairs(connectivity, from, to).every(
    (pair) =>
      explainPair(connectivity, pair, { ...question, wants: 'verdict' }, finder).verdict === explanation.verdict,
  );
  return {
    version: 1,
    profile: connectivity.profile.name,
    ...ids,
    ...port,
    verdict: explanation.verdict,
    pods: isSame ? 'all' : 'some',
    cause: toCause(explanation, report),
    ...report,
    servicePort: explanation.servicePort,
    problems: toReportProblems(problems, findPlace),
  };
}

const nameEnd = (id: string, asked: string | undefined): string =>
  asked !== undefined && id.startsWith('external:') ? asked : id;

const toCause = (
  { guilty }: FlowExplanation,
  reasons: Readonly<Record<'egress' | 'ingress', ReportReason>>,
): VerdictCause | null => {
  if (guilty === null) return null;
  const { notAdmittedBy, missing } = reasons[guilty];
  const [miss] = notAdmittedBy;
  if (miss !== undefined) {
    const item = miss.because === 'subject' ? null : (miss.item ?? miss.rule);
    const name = `${miss.policy}${item === null ? '' : ` ${item}`}`;
    return { end: guilty, message: `${name} ${miss.message}`, file: miss.file, line: miss.line };
  }
  const [fact] = missing;
  return fact === undefined ? null : { end: guilty, message: fact.message, file: null, line: null };
};
