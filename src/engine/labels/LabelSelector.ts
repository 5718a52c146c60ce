/** Labels of one object; keys in the order of the text. */
export type LabelSet = Readonly<Record<string, string>>;

export type LabelOperator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';

export interface LabelRequirement {
  readonly key: string;
  readonly operator: LabelOperator;
  /** At least one for In and NotIn; none for the others. */
  readonly values: readonly string[];
}

/** A Kubernetes LabelSelector: all of `matchLabels` and all of `matchExpressions` must hold; the empty one matches everything. */
export interface LabelSelector {
  readonly matchLabels: LabelSet;
  readonly matchExpressions: readonly LabelRequirement[];
}
