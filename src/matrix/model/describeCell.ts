import {
  findFlow,
  findVerdict,
  formatPortSet,
  isEmptyPortSet,
  pairVerdicts,
  toPairCode,
  type FlowIndex,
  type PairVerdict,
} from '../../engine/index.ts';
import type { PairCounts, VerdictRows } from './createVerdictRows.ts';
import { formatUnit, type MatrixUnits, type Unit } from './MatrixUnits.ts';

export interface CellDescription {
  /** `shop/web → shop/api`. */
  readonly title: string;
  readonly lines: readonly { readonly verdict: PairVerdict; readonly words: string }[];
}

export interface CellContext {
  readonly index: FlowIndex;
  readonly units: MatrixUnits;
  readonly rows: VerdictRows;
}

/** What a cell says in words: for the pointer, and for those who hear it. */
export function describeCell({ index, units, rows }: CellContext, from: Unit, to: Unit): CellDescription {
  const title = `${formatUnit(units, from)} → ${formatUnit(units, to)}`;
  const isPair = from < units.nodeCount && to < units.nodeCount;
  return { title, lines: isPair ? describePair(index, from, to) : describeCounts(rows.count(from, to)) };
}

const plain: Readonly<Record<PairVerdict, string>> = {
  none: 'No such pair',
  unlisted: 'Not listed: there were too many flows',
  denied: 'Denied',
  open: 'Open by default: every port',
  uncertain: 'Uncertain',
  partial: 'Some pods only',
  rule: 'Allowed by rule',
};

function describePair(index: FlowIndex, from: number, to: number): CellDescription['lines'] {
  const { flows, portSets } = index.snapshot;
  const verdict = findVerdict(index, from, to);
  const row = findFlow(index, from, to);
  if (row < 0) return [{ verdict, words: plain[verdict] }];
  const isOpen = flows.byRule[row] === 0;
  const line = (ofVerdict: PairVerdict, words: string, set: number | undefined) => {
    const ports = portSets[set ?? 0];
    if (ports === undefined || isEmptyPortSet(ports)) return [];
    return [{ verdict: ofVerdict, words: `${words}: ${formatPortSet(ports)}` }];
  };
  return [
    ...line(isOpen ? 'open' : 'rule', isOpen ? 'Open by default' : plain.rule, flows.ports[row]),
    ...line('partial', isOpen ? 'Some pods only, open by default' : plain.partial, flows.partial[row]),
    ...line('uncertain', plain.uncertain, flows.uncertain[row]),
  ];
}

const countWords: Readonly<Record<PairVerdict, string>> = {
  none: '',
  unlisted: 'not listed: there were too many flows',
  denied: 'denied',
  open: 'open by default',
  uncertain: 'uncertain',
  partial: 'for some pods only',
  rule: 'allowed by rule',
};

function describeCounts(counts: PairCounts): CellDescription['lines'] {
  const numbers = new Intl.NumberFormat('en');
  const pairs = counts.reduce((sum, count) => sum + count, 0) - counts[toPairCode('none')]!;
  if (pairs === 0) return [{ verdict: 'none', words: plain.none }];
  return pairVerdicts
    .toReversed()
    .filter((verdict) => verdict !== 'none' && counts[toPairCode(verdict)]! > 0)
    .map((verdict) => ({
      verdict,
      words: `${numbers.format(counts[toPairCode(verdict)]!)} of ${numbers.format(pairs)} ${pairs === 1 ? 'pair' : 'pairs'} ${countWords[verdict]}`,
    }));
}
