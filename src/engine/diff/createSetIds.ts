import { createPairMemo } from '../net/createPairMemo.ts';
import { emptyPortSet, intersectPorts, isEmptyPortSet, toPortKey, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import { differPorts } from './createTransitionTable.ts';

/** Two sets of ports, for certain and perhaps, as one number from 0. */
export type AdmittedCode = number;

/** Sets of ports by number, the same for both sides, so that most pairs are told apart without looking at ports. */
export interface SetIds {
  encode(admitted: { readonly ports: PortSet; readonly uncertain: PortSet }): AdmittedCode;
  /** The ports on which two codes differ; one object for the same codes. */
  differ(a: AdmittedCode, b: AdmittedCode): PortSet;
  /** Whether two sets have a port in common; remembered by identity. */
  meet(a: PortSet, b: PortSet): boolean;
}

export const createSetIds = (): SetIds => {
  const sets: PortSet[] = [];
  const byKey = new Map<string, number>();
  const byObject = new Map<PortSet, number>();
  const idOf = (set: PortSet): number => {
    const known = byObject.get(set);
    if (known !== undefined) return known;
    const key = toPortKey(set);
    const id = byKey.get(key) ?? sets.push(set) - 1;
    byKey.set(key, id);
    byObject.set(set, id);
    return id;
  };
  idOf(emptyPortSet);
  const pairs: { readonly ports: number; readonly uncertain: number }[] = [];
  const encode = createPairMemo((ports, uncertain) => pairs.push({ ports, uncertain }) - 1);
  const differences: PortSet[] = [];
  const differ = createPairMemo((a, b) => {
    const [one, other] = [pairs[a]!, pairs[b]!];
    return (
      differences.push(
        unionPorts(
          differPorts(sets[one.ports]!, sets[other.ports]!),
          differPorts(sets[one.uncertain]!, sets[other.uncertain]!),
        ),
      ) - 1
    );
  });
  return {
    encode: ({ ports, uncertain }) => encode(idOf(ports), idOf(uncertain)),
    differ: (a, b) => differences[differ(a, b)]!,
    meet: createIdentityMemo((a: PortSet, b: PortSet) => !isEmptyPortSet(intersectPorts(a, b))),
  };
};

const createIdentityMemo = <Key, Value>(compute: (a: Key, b: Key) => Value): ((a: Key, b: Key) => Value) => {
  const known = new Map<Key, Map<Key, Value>>();
  return (a, b) => {
    let byOther = known.get(a);
    if (byOther === undefined) known.set(a, (byOther = new Map()));
    let value = byOther.get(b);
    if (value === undefined) {
      value = compute(a, b);
      byOther.set(b, value);
    }
    return value;
  };
};
