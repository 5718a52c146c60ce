import type { TextRange } from './SourceFile.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceScalar, SourceSeq } from './SourceNode.ts';

type Target = SourceScalar | SourceMap | SourceSeq;

/** The same tree at another place: every range moved by `delta`, aliases to the moved targets. */
export const shiftNode = (root: SourceNode, delta: number): SourceNode => {
  const targets = new Map<Target, Target>();
  const shift = ({ start, end }: TextRange): TextRange => ({ start: start + delta, end: end + delta });

  const visitScalar = (node: SourceScalar): SourceScalar => ({ ...node, range: shift(node.range) });
  const visitEntry = ({ key, value, range }: SourceEntry): SourceEntry => ({
    key: visitScalar(key),
    value: visit(value),
    range: shift(range),
  });
  const visitTarget = (node: Target): Target => {
    const range = shift(node.range);
    if (node.type === 'scalar') return visitScalar(node);
    if (node.type === 'seq') return { ...node, range, items: node.items.map(visit) };
    return { ...node, range, entries: node.entries.map(visitEntry) };
  };
  const visit = (node: SourceNode): SourceNode => {
    if (node.type === 'alias') {
      // An alias stands after its target, so the target has been moved already.
      return { ...node, range: shift(node.range), target: targets.get(node.target) ?? visitTarget(node.target) };
    }
    const moved = visitTarget(node);
    if (node.anchor !== undefined) targets.set(node, moved);
    return moved;
  };
  return visit(root);
};
