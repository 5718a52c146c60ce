import type { LabelOperator } from '../../labels/LabelSelector.ts';
import type { ObjectId } from '../../manifest/KubernetesObject.ts';
import type { FileRange } from '../../manifest/SourceFile.ts';
import type { Direction } from '../../policy/PolicyRule.ts';
import type { RefusalCode } from '../../edits/EditPlan.ts';

/** One requirement on labels. `Equals` is an entry of matchLabels with its one value; the others are matchExpressions. */
export interface FormRequirement {
  readonly key: string;
  readonly operator: 'Equals' | LabelOperator;
  readonly values: readonly string[];
}

/** The entries of matchLabels first, then the items of matchExpressions; none: everything. */
export interface FormSelector {
  readonly requirements: readonly FormRequirement[];
}

export interface FormPodPeer {
  readonly type: 'pods';
  /** null: the policy's own namespace. */
  readonly namespaces: FormSelector | null;
  /** null: every pod, and not written. */
  readonly pods: FormSelector | null;
}

export interface FormBlock {
  readonly type: 'addresses';
  readonly cidr: string;
  readonly except: readonly string[];
}

/** As written, valid or not: TCP where `protocol` is null, every port where `port` is null, one port where `endPort` is. */
export interface FormPort {
  readonly type: 'port';
  readonly protocol: string | null;
  readonly port: number | string | null;
  readonly endPort: number | null;
}

/** What no field of the form stands for (another type, a field that is not known): left as it is, to be edited as text. */
export interface FormText {
  readonly type: 'text';
}

/** Something of the policy with its place in the text. */
export type Placed<Value> = Value & { readonly at: FileRange };

export type FormPeer = FormPodPeer | FormBlock;

export interface FormRule {
  readonly at: FileRange;
  /** null: anyone, inside or outside. */
  readonly peers: readonly Placed<FormPeer | FormText>[] | null;
  /** null: every port. */
  readonly ports: readonly Placed<FormPort | FormText>[] | null;
}

/** A NetworkPolicy as fields, read from its text as that is now. */
export interface PolicyForm {
  readonly policy: ObjectId;
  readonly name: string;
  readonly namespace: string;
  readonly at: FileRange;
  readonly subject: FormSelector | FormText;
  /** As the API server takes them; `stated`: policyTypes is written. */
  readonly types: { readonly ingress: boolean; readonly egress: boolean; readonly stated: boolean };
  readonly rules: Readonly<Record<Direction, readonly (FormRule | Placed<FormText>)[]>>;
  /** Names of fields that the form does not know. */
  readonly unknown: readonly string[];
  /** Why nothing can be edited now; null when it can. */
  readonly blocked: { readonly reason: RefusalCode; readonly args: Readonly<Record<string, string>> } | null;
}

export interface FormRulePlace {
  readonly direction: Direction;
  readonly rule: number;
}

/** An item of a rule's peers or ports; all from 0. */
export interface FormItemPlace extends FormRulePlace {
  readonly item: number;
}

export type FormSelectorPlace = { readonly of: 'subject' } | ({ readonly of: 'pods' | 'namespaces' } & FormItemPlace);

/** One member for each of the types, so that one can be told by its type. */
type At<Type extends string, Place> = Type extends string ? { readonly type: Type } & Place : never;

/** One change of one field; positions are those of the form that it was made on. */
export type FormEdit =
  | { readonly type: 'setName'; readonly name: string }
  | { readonly type: 'setIsolation'; readonly direction: Direction; readonly isolates: boolean }
  | { readonly type: 'addRequirement'; readonly selector: FormSelectorPlace; readonly requirement: FormRequirement }
  | {
      readonly type: 'setRequirement';
      readonly selector: FormSelectorPlace;
      readonly position: number;
      readonly requirement: FormRequirement;
    }
  | { readonly type: 'removeRequirement'; readonly selector: FormSelectorPlace; readonly position: number }
  | {
      readonly type: 'addRule';
      readonly direction: Direction;
      readonly peers: readonly FormPeer[] | null;
      readonly ports: readonly FormPort[] | null;
    }
  | At<'removeRule' | 'openPeers' | 'openPorts', FormRulePlace>
  | (At<'addPeer', FormRulePlace> & { readonly peer: FormPeer })
  | (At<'setBlock', FormItemPlace> & { readonly block: FormBlock })
  /** The pods of the peer: in the policy's own namespace, or in all (further requirements narrow them). */
  | (At<'setScope', FormItemPlace> & { readonly scope: 'own' | 'all' })
  | (At<'addPort', FormRulePlace> & { readonly port: FormPort })
  | (At<'setPort', FormItemPlace> & { readonly port: FormPort })
  | At<'removePeer' | 'removePort', FormItemPlace>;

export type FormEditOf<Type extends FormEdit['type']> = Extract<FormEdit, { readonly type: Type }>;
