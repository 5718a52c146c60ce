import type { Refusal, RefusalCode } from '../edits/EditPlan.ts';
import type { TreeSteps } from '../edits/planTreeSteps.ts';
import type { TextStyle } from '../edits/TextStyle.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { ManifestDocument, ManifestFile } from '../manifest/ManifestSet.ts';
import type { FilePath } from '../manifest/SourceFile.ts';

/**
 * What one end of an intent needs: changes inside a document (or steps that build on each other, which have the document to
 * themselves), a document more, or a document less.
 */
export type EndPlan =
  | {
      readonly type: 'change';
      readonly file: ManifestFile;
      readonly document: ManifestDocument;
      readonly changes: readonly TreeChange[];
      readonly style: TextStyle;
    }
  | {
      readonly type: 'steps';
      readonly file: ManifestFile;
      readonly document: ManifestDocument;
      readonly steps: TreeSteps['steps'];
      readonly style: TextStyle;
    }
  | {
      readonly type: 'append';
      /** null: the file is to be made. */
      readonly file: ManifestFile | null;
      readonly path: FilePath;
      readonly value: YamlValue;
      readonly style: TextStyle;
    }
  | { readonly type: 'remove'; readonly file: ManifestFile; readonly document: ManifestDocument };

/** A refusal with what its sentence needs. */
export const refuse = (reason: RefusalCode, args: Refusal['args'] = {}): Refusal => ({ ok: false, reason, args });
