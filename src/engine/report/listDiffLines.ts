import type { ChangeKind, FlowBlock, WorkspaceDiff } from '../diff/WorkspaceDiff.ts';
import { formatTransition } from './formatTransition.ts';
import type { NodeNames } from './createNodeNames.ts';

/** One line for people: flows from some nodes to others (and back) that change alike. */
export interface DiffLine {
  readonly kind: ChangeKind;
  readonly from: string;
  readonly to: string;
  /** The same in both directions. */
  readonly isTwoWay: boolean;
  readonly ports: string;
  readonly pairs: number;
  /** Nodes. */
  readonly fromNodes: readonly number[];
  readonly toNodes: readonly number[];
}

/** The blocks of one cause as lines; two that are each other's way back are one. */
export const listDiffLines = (
  { transitions }: Pick<WorkspaceDiff, 'transitions'>,
  blocks: readonly FlowBlock[],
  nameNodes: NodeNames,
): readonly DiffLine[] => {
  const waiting = new Map(blocks.map((block) => [toKey(block.transition, block.from, block.to), block]));
  const take = (transition: number, [from, to]: Ends): FlowBlock | undefined => {
    const key = toKey(transition, from, to);
    const block = waiting.get(key);
    waiting.delete(key);
    return block;
  };
  return blocks.flatMap((block): DiffLine[] => {
    const { from, to, transition } = block;
    if (take(transition, [from, to]) === undefined) return [];
    let back: FlowBlock | undefined;
    for (const ends of listWaysBack(from, to)) back ??= take(transition, ends);
    return [
      {
        kind: transitions[transition]!.kind,
        from: nameNodes(from),
        to: nameNodes(to),
        isTwoWay: back !== undefined,
        ports: formatTransition(transitions[transition]!),
        pairs: block.pairs + (back?.pairs ?? 0),
        fromNodes: from,
        toNodes: to,
      },
    ];
  });
};

type Ends = readonly [from: readonly number[], to: readonly number[]];

const toKey = (transition: number, from: readonly number[], to: readonly number[]): string =>
  `${transition} ${from.join()} ${to.join()}`;

/** What is missing for both directions; where one end is part of the other, the pairs among it are there already. */
const listWaysBack = (from: readonly number[], to: readonly number[]): readonly Ends[] => {
  const sources = new Set(from);
  const targets = new Set(to);
  const ways: Ends[] = [[to, from]];
  if (from.every((node) => targets.has(node))) ways.push([to.filter((node) => !sources.has(node)), from]);
  if (to.every((node) => sources.has(node))) ways.push([to, from.filter((node) => !targets.has(node))]);
  return ways;
};

/** `shop/web → shop/api: TCP 8080`. */
export const formatDiffLine = ({ from, to, isTwoWay, ports }: DiffLine): string =>
  `${from} ${isTwoWay ? '↔' : '→'} ${to}: ${ports}`;
