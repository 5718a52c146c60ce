/** What a place in the text means, for highlighting on the canvas. Ends by id. */
export interface CaretMeaning {
  readonly policy: string | null;
  readonly rule: { readonly direction: 'ingress' | 'egress'; readonly index: number } | null;
  /** Workloads the policy selects. */
  readonly selects: readonly string[];
  /** Flows that the policy (or the rule the caret is in) admits. */
  readonly allows: readonly { readonly from: string; readonly to: string }[];
  /** When the caret stands in a workload, Namespace or Service instead. */
  readonly object: string | null;
}
