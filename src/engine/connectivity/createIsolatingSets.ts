import { createPairMemo } from '../net/createPairMemo.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import type { CompiledPolicy, CompiledRule } from './compilePolicies.ts';

/** Which policies isolate a class in one direction: one value for all classes that the same ones isolate. */
export interface Isolating {
  readonly direction: Direction;
  readonly yes: readonly CompiledPolicy[];
  /** They may: whether they select it hangs on labels that the import does not tell. */
  readonly maybe: readonly CompiledPolicy[];
  /** Their rules of the direction, and those of them that have ports by name. */
  readonly rules: readonly CompiledRule[];
  readonly named: readonly CompiledRule[];
}

/** Sets of policies by number, which come about policy by policy; 0 is the empty one. Only ever grows. */
export interface IsolatingSets {
  /** The set with one more policy, which isolates for certain or perhaps. */
  add(set: number, policy: CompiledPolicy, isCertain: boolean): number;
  /** The same value each time. */
  get(set: number): Isolating;
  size(): number;
}

/** One more policy on top of those of another set. */
interface Step {
  readonly before: number;
  readonly policy: CompiledPolicy;
  readonly isCertain: boolean;
}

export const createIsolatingSets = (direction: Direction): IsolatingSets => {
  const steps: (Step | null)[] = [null];
  const known: (Isolating | undefined)[] = [];
  let added: Omit<Step, 'before'> | null = null;
  const find = createPairMemo((before) => steps.push({ before, ...added! }) - 1);
  const listSteps = (set: number): readonly Step[] => {
    const own: Step[] = [];
    for (let step = steps[set]!; step !== null; step = steps[step.before]!) own.push(step);
    return own.reverse();
  };
  return {
    add: (set, policy, isCertain) => {
      added = { policy, isCertain };
      return find(set, 2 * policy.number + (isCertain ? 0 : 1));
    },
    get: (set) => (known[set] ??= toIsolating(listSteps(set), direction)),
    size: () => steps.length,
  };
};

const toIsolating = (steps: readonly Step[], direction: Direction): Isolating => {
  const listPolicies = (certain: boolean): readonly CompiledPolicy[] =>
    steps.flatMap(({ policy, isCertain }) => (isCertain === certain ? policy : []));
  const yes = listPolicies(true);
  const maybe = listPolicies(false);
  const rules = [...yes, ...maybe].flatMap((policy) => policy.rules[direction]);
  return { direction, yes, maybe, rules, named: rules.filter(({ names }) => names.length > 0) };
};
