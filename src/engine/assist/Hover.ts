import type { TextRange } from '../manifest/SourceFile.ts';

/** A flow or an end of one, by ids of workloads and labels of address ranges. */
export interface HoverFlow {
  readonly from: string;
  readonly to: string;
}

/**
 * What a place means; `report/formatHover` makes the sentences. Lists are cut (`total` counts all).
 * - field: what the field is for · workloads, namespaces: what the selector there matches; `selector` as text
 * - policy: what it isolates, selects and allows · rule: what it allows; flows only where the other end admits them too
 * - addresses: what an ipBlock covers: numbers of addresses, and workloads with an address in it
 * - namedPort: the numbers that the name has on the pods in question
 * `maybe`: what is matched or selected only perhaps, since the import does not say enough.
 * - invalid: the selector cannot be read as it stands · approximate: the document does not parse, so this is a guess
 */
export type HoverFact =
  | {
      readonly code: 'field';
      readonly name: string;
      readonly type: string;
      readonly doc: string;
      readonly values: readonly string[];
    }
  | {
      readonly code: 'workloads' | 'namespaces';
      readonly selector: string;
      readonly names: readonly string[];
      readonly total: number;
      readonly pods: number | null;
      readonly maybe: readonly string[];
    }
  | {
      readonly code: 'policy';
      readonly isolates: readonly string[];
      readonly selects: readonly string[];
      readonly maybe: readonly string[];
      readonly total: number;
      readonly flows: number;
    }
  | {
      readonly code: 'rule';
      readonly direction: 'ingress' | 'egress';
      readonly number: number;
      readonly flows: readonly HoverFlow[];
      readonly total: number;
      readonly effective: boolean;
    }
  | {
      readonly code: 'addresses';
      readonly cidr: string;
      readonly except: readonly string[];
      readonly family: 4 | 6;
      readonly count: string;
      readonly workloads: readonly string[];
    }
  | {
      readonly code: 'namedPort';
      readonly name: string;
      readonly ports: readonly {
        readonly port: number;
        readonly protocol: string;
        readonly workloads: readonly string[];
      }[];
    }
  | { readonly code: 'invalid' }
  | { readonly code: 'approximate' };

export interface Hover {
  readonly range: TextRange;
  readonly facts: readonly HoverFact[];
}
