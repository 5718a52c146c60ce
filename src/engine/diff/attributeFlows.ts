import type { ObjectId } from '../manifest/KubernetesObject.ts';
import { createPairMemo } from '../net/createPairMemo.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { CauseIndex } from './createCauseIndex.ts';
import type { EndView } from './createEndView.ts';
import type { Sides } from './DiffSide.ts';
import type { MatchedNodes } from './matchNodes.ts';
import type { CauseTracer, EndCause } from './traceCauses.ts';
import type { FlowChanges, FlowTransition } from './WorkspaceDiff.ts';

/** By row of the flow changes, the number of its set of causes. */
export interface Attribution {
  readonly setOf: Uint32Array;
  /** Positions in the list of causes, ascending; never empty. */
  readonly sets: readonly (readonly number[])[];
}

export interface AttributionSources {
  readonly matched: MatchedNodes;
  readonly views: Sides<EndView>;
  readonly tracer: CauseTracer;
  readonly index: CauseIndex;
}

/** Where a traced cause points: a policy, or one of the two nodes of the pair. */
type Pointer = { readonly type: 'policy'; readonly id: ObjectId } | { readonly type: 'from' | 'to' };

interface Trace {
  readonly pointers: readonly Pointer[];
  /** Of their causes, where those are the same for every pair; else null. */
  readonly set: number | null;
}

/** Suspects of one end: none, or more than one of which each pair has its own. */
const nobody = -1;
const unclear = -2;

/** Room for 2^25 kinds of nodes in an exact number for two of them. */
const kindBase = 2 ** 25;

/**
 * The causes of every flow change. Most rows have one end at which one thing changed. The others are traced, once for all
 * pairs of nodes that policies treat alike, with each pair's own nodes put in.
 */
export const attributeFlows = (
  flows: FlowChanges,
  transitions: readonly FlowTransition[],
  { matched, views, tracer, index }: AttributionSources,
): Attribution => {
  const { nodes } = matched;
  const isEverywhere = nodes.map(({ before, after }) => before !== -1 && after !== -1);
  const isTouched = nodes.map((node) => index.ofNode(node).length > 0);
  const { toSet, sets } = createSets(index.unknown);
  const unite = createPairMemo((a, b) => toSet([...sets[a]!, ...sets[b]!]));
  const kindOf = createKinds(views);

  const resolve = (pointers: readonly Pointer[], from: number, to: number): readonly number[] =>
    pointers.flatMap((pointer) => {
      if (pointer.type === 'policy') return index.ofPolicy(pointer.id) ?? [];
      const [node, other] = pointer.type === 'from' ? [from, to] : [to, from];
      const own = index.ofNode(nodes[node]!);
      return own.length > 0 ? own : index.ofNode(nodes[other]!);
    });

  const suspectSets = { egress: new Map<number, number>(), ingress: new Map<number, number>() };
  /** The set of all suspects of an end, `nobody` or `unclear`. */
  const findSuspects = (node: number, direction: Direction): number => {
    const known = suspectSets[direction].get(node);
    if (known !== undefined) return known;
    const { causes, isCertain } = tracer.suspects(node, direction);
    const policies = causes.map((cause) => toPointer(cause, 'from', 'to'));
    const set = causes.length === 0 ? nobody : isCertain ? toSet(resolve(policies, node, node)) : unclear;
    suspectSets[direction].set(node, set);
    return set;
  };

  const trace = (from: number, to: number, transition: number): Trace => {
    const { changed } = transitions[transition]!;
    const pointers = [
      ...tracer.admissionCauses('egress', from, to, changed).map((cause) => toPointer(cause, 'from', 'to')),
      ...tracer.admissionCauses('ingress', to, from, changed).map((cause) => toPointer(cause, 'to', 'from')),
    ];
    // Policies are the same for all pairs of these kinds; nodes are each pair's own.
    const isFixed = pointers.length > 0 && pointers.every(({ type }) => type === 'policy');
    return { pointers, set: isFixed ? toSet(resolve(pointers, from, to)) : null };
  };
  const hasHostPods = (node: number): boolean => views.before.hasHostPods(node) || views.after.hasHostPods(node);
  const traces = new Map<number, Map<number, Trace>>();
  const findTrace = (from: number, to: number, transition: number): Trace => {
    // Machines are each pair's own.
    if (hasHostPods(from) || hasHostPods(to)) return trace(from, to, transition);
    const key = (kindOf(from) * kindBase + kindOf(to)) * 2 + (from === to ? 1 : 0);
    let byPair = traces.get(transition);
    if (byPair === undefined) traces.set(transition, (byPair = new Map()));
    let found = byPair.get(key);
    if (found === undefined) byPair.set(key, (found = trace(from, to, transition)));
    return found;
  };

  const attribute = (from: number, to: number, transition: number): number => {
    if (!isEverywhere[from] || !isEverywhere[to]) {
      const missing = [from, to].filter((node) => !isEverywhere[node]);
      return toSet(missing.flatMap((node) => index.ofNode(nodes[node]!)));
    }
    if (!isTouched[from] && !isTouched[to]) {
      const egress = findSuspects(from, 'egress');
      const ingress = findSuspects(to, 'ingress');
      // The change must come from the only end that has suspects.
      if (ingress === nobody && egress >= 0) return egress;
      if (egress === nobody && ingress >= 0) return ingress;
      if (egress >= 0 && ingress >= 0) {
        const { changed } = transitions[transition]!;
        const isEgress = tracer.admitsOther('egress', from, to, changed);
        const isIngress = tracer.admitsOther('ingress', to, from, changed);
        if (isEgress) return isIngress ? unite(egress, ingress) : egress;
        if (isIngress) return ingress;
      }
    }
    const { pointers, set } = findTrace(from, to, transition);
    if (set !== null) return set;
    const causes = resolve(pointers, from, to);
    // Such as a pod that runs on another node now: policies have no part in that.
    return toSet(causes.length > 0 ? causes : [from, to].flatMap((node) => index.ofNode(nodes[node]!)));
  };

  const setOf = new Uint32Array(flows.length);
  for (let row = 0; row < flows.length; row += 1) {
    setOf[row] = attribute(flows.from[row]!, flows.to[row]!, flows.transition[row]!);
  }
  return { setOf, sets };
};

const toPointer = (cause: EndCause, end: 'from' | 'to', other: 'from' | 'to'): Pointer =>
  cause.type === 'policy' ? cause : { type: cause.type === 'end' ? end : other };

const createSets = (unknown: number) => {
  const sets: (readonly number[])[] = [];
  const numbers = new Map<string, number>();
  const toSet = (causes: readonly number[]): number => {
    const distinct = [...new Set(causes)].sort((a, b) => a - b);
    const list = distinct.length === 0 ? [unknown] : distinct;
    const key = list.join();
    const number = numbers.get(key) ?? sets.push(list) - 1;
    numbers.set(key, number);
    return number;
  };
  return { sets, toSet };
};

/** By node, a number for all nodes that policies treat alike on both sides. */
const createKinds = ({ before, after }: Sides<EndView>) => {
  const numbers = new Map<string, number>();
  const known = new Map<number, number>();
  return (node: number): number => {
    let number = known.get(node);
    if (number === undefined) {
      const key = `${before.kindOf(node)} | ${after.kindOf(node)}`;
      number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      known.set(node, number);
    }
    return number;
  };
};
