import type { TextRange } from '../manifest/SourceFile.ts';

/**
 * What stands beside an offered text; `report/formatCompletionDetail` makes the words.
 * - type: the field's type · workloads, namespaces: what has the label, by name · port: protocol, the name of the port and
 *   Services in front of it (`api:80`) · described: whether a Namespace object describes it · apiVersion: where the kind is
 *   served · new: a whole object · everything: `{}`
 */
export type CompletionDetail =
  | { readonly code: 'type'; readonly type: string }
  | { readonly code: 'workloads' | 'namespaces'; readonly names: readonly string[] }
  | {
      readonly code: 'port';
      readonly protocol: string;
      readonly port: number;
      readonly name: string | null;
      readonly services: readonly string[];
      readonly workloads: readonly string[];
    }
  | { readonly code: 'described'; readonly described: boolean }
  | { readonly code: 'apiVersion'; readonly apiVersion: string }
  | { readonly code: 'new' }
  | { readonly code: 'everything' };

/** Something that can be written at a place. */
export interface Completion {
  readonly type: 'field' | 'value' | 'label' | 'port' | 'namespace' | 'object';
  readonly label: string;
  /** Lines end in `\n`, and all but the first bring their indentation. */
  readonly insert: string;
  readonly detail: CompletionDetail | null;
  /** Of the field. */
  readonly doc: string;
  /** What is inserted asks for more at its end. */
  readonly goesOn: boolean;
}

export interface CompletionList {
  /** What is replaced. */
  readonly range: TextRange;
  readonly items: readonly Completion[];
}
