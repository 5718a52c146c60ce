import type { AliasChoice } from './AliasChoice.ts';
import type { FilePath, FileRange, TextRange } from '../manifest/SourceFile.ts';

/** Replaces `range` of a file by `text`. Edits of one plan do not overlap; offsets are those of the text before the plan. */
export interface TextEdit {
  readonly file: FilePath;
  readonly range: TextRange;
  readonly text: string;
}

/** Makes a file that does not exist yet, or removes one that does. */
export type FileEdit =
  | { readonly type: 'create'; readonly file: FilePath; readonly text: string }
  | { readonly type: 'remove'; readonly file: FilePath };

/** Text edits not yet made. Planning has no side effects; only `applyEdits` of the store performs one. */
export interface EditPlan {
  /** For the history and the preview: "Allow web → api on TCP 8080". */
  readonly label: string;
  readonly edits: readonly TextEdit[];
  readonly files: readonly FileEdit[];
  /** What to show after it: a place in the text as it is after the plan. */
  readonly reveal: FileRange | null;
  /** What the one who asked should know before applying it. */
  readonly warnings?: readonly PlanWarning[];
  /** Through which YAML anchors what it changes was shared, and how it deals with that. */
  readonly shared?: { readonly choice: AliasChoice; readonly anchors: readonly string[] };
}

/**
 * - LABELS_SHARED: the labels of `workload` are those of `others` too, so the rule takes them in as well
 * - RULE_COVERS_MORE: what is removed from `policy` (its `direction` rule number `rule`, from 1) allows more than the one flow
 * - NAMESPACE_WIDE: no label tells `workload` from others, so the rule takes in its whole namespace
 * - DNS_BY_CONVENTION: the import has no name servers, so the rule is for where most clusters have theirs
 * - NOT_FROZEN: no selector names `ends`, so what flows to or from them today is not kept
 * - SELECTOR_IMMUTABLE: a cluster does not let the selector of `object` be changed in place
 * - HOST_NETWORK: some pods of `workload` are on the host network, where no selector reaches them; the plan is for the others
 */
export type PlanWarningCode =
  | 'LABELS_SHARED'
  | 'RULE_COVERS_MORE'
  | 'NAMESPACE_WIDE'
  | 'DNS_BY_CONVENTION'
  | 'SELECTOR_IMMUTABLE'
  | 'NOT_FROZEN'
  | 'HOST_NETWORK';

export interface PlanWarning {
  readonly code: PlanWarningCode;
  readonly args: Readonly<Record<string, string>>;
}

export type RefusalCode =
  | 'SAME_ENDPOINT'
  | 'EXTERNAL_TO_EXTERNAL'
  | 'NO_PORTS'
  | 'BAD_CIDR'
  | 'HOST_NETWORK'
  | 'NO_LABELS'
  | 'ALREADY_ALLOWED'
  | 'ALREADY_ISOLATED'
  | 'ALREADY_OPEN'
  | 'NOT_ALLOWED'
  | 'OPEN_BY_DEFAULT'
  | 'NO_WAY'
  | 'DOCUMENT_STALE'
  | 'SUPPOSED'
  | 'ALIASED'
  | 'HELM_TEMPLATE'
  | 'BAD_NAME'
  | 'BAD_LABEL'
  | 'BAD_PORT'
  | 'NAME_TAKEN'
  | 'NOT_APPENDABLE'
  | 'KEY_TAKEN'
  | 'NO_VALUES'
  | 'WOULD_OPEN'
  | 'LAST_TYPE'
  | 'FORM_OUTDATED'
  | 'NOTHING_TO_CHANGE'
  | 'NOTHING_TO_TIDY'
  | 'SOPS_ENCRYPTED'
  | 'GENERATED_FILE'
  | 'UNVERIFIED';

export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalCode;
  readonly args: Readonly<Record<string, string>>;
}

export type PlanResult = { readonly ok: true; readonly plan: EditPlan } | Refusal;
