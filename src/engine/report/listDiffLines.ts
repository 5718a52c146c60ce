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
  const waiting = new Map<string, FlowBlock>();
  for (const block of blocks) waiting.set(toKey(block.transition, block.from, block.to), block);
  return blocks.flatMap((block): DiffLine[] => {
    const { from, to, transition } = block;
    if (!waiting.delete(toKey(transition, from, to))) return [];
    const wayBack = toKey(transition, to, from);
    const back = waiting.get(wayBack);
    waiting.delete(wayBack);
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

const toKey = (transition: number, from: readonly number[], to: readonly number[]): string =>
  `${transition} ${from.join()} ${to.join()}`;

/** `shop/web → shop/api: TCP 8080`. */
export const formatDiffLine = ({ from, to, isTwoWay, ports }: DiffLine): string =>
  `${from} ${isTwoWay ? '↔' : '→'} ${to}: ${ports}`;
