import type { Connectivity } from '../connectivity/Connectivity.ts';
import { emptyPortSet, everyPort, isEmptyPortSet, subtractPorts, toPortKey, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { FlowPorts, FlowTransition } from './WorkspaceDiff.ts';

/** A flow's ports by number, the same on both sides. */
export type StateId = number;
/** No flow. */
export const noFlow: StateId = 0;
/** Every port for every pair of pods: also what pairs have that are open by default. */
export const openFlow: StateId = 1;

export interface TransitionTable {
  /** Reads the ids of one side's port sets. */
  createStateReader(connectivity: Connectivity): (ports: number, partial: number, uncertain: number) => StateId;
  /** The transition from one state to another one. */
  find(before: StateId, after: StateId): number;
  readonly transitions: readonly FlowTransition[];
  /** By state. */
  readonly states: readonly FlowPorts[];
}

/** Room for 2^26 numbers in one exact number. */
const keyBase = 2 ** 26;

export const createTransitionTable = (): TransitionTable => {
  const states: FlowPorts[] = [];
  const numbers = new Map<string, StateId>();
  const intern = (ports: PortSet, partial: PortSet, uncertain: PortSet): StateId => {
    const key = [ports, partial, uncertain].map(toPortKey).join(' ');
    const number = numbers.get(key) ?? states.push({ ports, partial, uncertain }) - 1;
    numbers.set(key, number);
    return number;
  };
  intern(emptyPortSet, emptyPortSet, emptyPortSet);
  intern(everyPort, emptyPortSet, emptyPortSet);

  const transitions: FlowTransition[] = [];
  const known = new Map<number, number>();
  return {
    transitions,
    states,
    createStateReader: ({ portSets }) => {
      const pairs = new Map<number, Map<number, StateId>>();
      const get = (id: number): PortSet => portSets[id] ?? emptyPortSet;
      return (ports, partial, uncertain) => {
        const key = ports * keyBase + partial;
        let byUncertain = pairs.get(key);
        if (byUncertain === undefined) pairs.set(key, (byUncertain = new Map<number, StateId>()));
        let state = byUncertain.get(uncertain);
        if (state === undefined) {
          state = intern(get(ports), get(partial), get(uncertain));
          byUncertain.set(uncertain, state);
        }
        return state;
      };
    },
    find: (before, after) => {
      const key = before * keyBase + after;
      let number = known.get(key);
      if (number === undefined) {
        number = transitions.push(toTransition(states[before]!, states[after]!)) - 1;
        known.set(key, number);
      }
      return number;
    },
  };
};

const isNothing = ({ ports, partial, uncertain }: FlowPorts): boolean =>
  isEmptyPortSet(ports) && isEmptyPortSet(partial) && isEmptyPortSet(uncertain);

const toTransition = (before: FlowPorts, after: FlowPorts): FlowTransition => ({
  kind: isNothing(before) ? 'added' : isNothing(after) ? 'removed' : 'changed',
  before,
  after,
  changed: (['ports', 'partial', 'uncertain'] as const).reduce(
    (set, part) => unionPorts(set, differPorts(before[part], after[part])),
    emptyPortSet,
  ),
});

/** The ports that are in one of two sets only. */
export const differPorts = (a: PortSet, b: PortSet): PortSet => unionPorts(subtractPorts(a, b), subtractPorts(b, a));
