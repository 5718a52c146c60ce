import type { ObjectId } from '../manifest/KubernetesObject.ts';
import type { EndView } from './createEndView.ts';
import type { CauseTracer, EndCause } from './traceCauses.ts';
import type { CauseIndex } from './createCauseIndex.ts';
import type { Sides } from './DiffSide.ts';
import type { MatchedNodes } from './matchNodes.ts';
import type { FlowChanges, FlowTransition } from './WorkspaceDiff.ts';

/** By row of the flow changes, the number of its set of causes. */
export interface Attribution {
  readonly setOf: Uint32Array;
  /** Positions in the list of causes, ascending; never empty. */
  readonly sets: readonly (readonly number[])[];
}

/** Where a traced cause points: a policy, or one of the two nodes of the pair. */
type Pointer = { readonly type: 'policy'; readonly id: ObjectId } | { readonly type: 'from' | 'to' };

/**
 * The causes of every flow change. What policies treat alike is traced once: the trace of a pair holds for all pairs of
 * nodes of the same kinds, with its own nodes put in.
 */
export const attributeFlows = (
  flows: FlowChanges,
  transitions: readonly FlowTransition[],
  matched: MatchedNodes,
  views: Sides<EndView>,
  tracer: CauseTracer,
  index: CauseIndex,
): Attribution => {
  const { nodes } = matched;
  const isEverywhere = nodes.map(({ before, after }) => before !== -1 && after !== -1);
  const kinds = createInterner();
  const kindOf = nodes.map((_, node) => kinds(`${views.before.kindOf(node)} | ${views.after.kindOf(node)}`));

  const sets: (readonly number[])[] = [];
  const setNumbers = new Map<string, number>();
  const toSet = (causes: readonly number[]): number => {
    const distinct = [...new Set(causes)].sort((a, b) => a - b);
    const list = distinct.length === 0 ? [index.unknown] : distinct;
    const key = list.join();
    const number = setNumbers.get(key) ?? sets.push(list) - 1;
    setNumbers.set(key, number);
    return number;
  };

  const trace = (from: number, to: number, transition: number): readonly Pointer[] => {
    const { changed } = transitions[transition]!;
    return [
      ...tracer.admissionCauses('egress', from, to, changed).map((cause) => toPointer(cause, 'from', 'to')),
      ...tracer.admissionCauses('ingress', to, from, changed).map((cause) => toPointer(cause, 'to', 'from')),
    ];
  };
  const traces = new Map<number, Map<number, { readonly pointers: readonly Pointer[]; set: number | null }>>();
  const findTrace = (from: number, to: number, transition: number) => {
    const key = (kindOf[from]! * kinds.count() + kindOf[to]!) * 2 + (from === to ? 1 : 0);
    let byPair = traces.get(transition);
    if (byPair === undefined) traces.set(transition, (byPair = new Map()));
    let found = byPair.get(key);
    if (found === undefined) {
      const pointers = trace(from, to, transition);
      // Policies are the same for all pairs of these kinds; nodes are each pair's own.
      const isFixed = pointers.length > 0 && pointers.every(({ type }) => type === 'policy');
      found = { pointers, set: isFixed ? toSet(resolve(pointers, from, to)) : null };
      byPair.set(key, found);
    }
    return found;
  };

  const resolve = (pointers: readonly Pointer[], from: number, to: number): readonly number[] =>
    pointers.flatMap((pointer) => {
      if (pointer.type === 'policy') return index.ofPolicy(pointer.id) ?? [];
      const [node, other] = pointer.type === 'from' ? [from, to] : [to, from];
      const own = index.ofNode(nodes[node]!);
      return own.length > 0 ? own : index.ofNode(nodes[other]!);
    });

  const setOf = new Uint32Array(flows.length);
  for (let row = 0; row < flows.length; row += 1) {
    const from = flows.from[row]!;
    const to = flows.to[row]!;
    const missing = [from, to].filter((node) => !isEverywhere[node]);
    if (missing.length > 0) {
      setOf[row] = toSet(missing.flatMap((node) => index.ofNode(nodes[node]!)));
      continue;
    }
    const { pointers, set } = findTrace(from, to, flows.transition[row]!);
    if (set !== null) setOf[row] = set;
    else {
      const causes = resolve(pointers, from, to);
      // Such as a pod that runs on another node now: policies have no part in that.
      setOf[row] = toSet(causes.length > 0 ? causes : [from, to].flatMap((node) => index.ofNode(nodes[node]!)));
    }
  }
  return { setOf, sets };
};

const toPointer = (cause: EndCause, end: 'from' | 'to', other: 'from' | 'to'): Pointer =>
  cause.type === 'policy' ? cause : { type: cause.type === 'end' ? end : other };

const createInterner = () => {
  const numbers = new Map<string, number>();
  const intern = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return Object.assign(intern, { count: () => numbers.size });
};
