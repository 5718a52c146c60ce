import type { ManifestDocument, ManifestFile, ManifestSet } from '../../manifest/ManifestSet.ts';
import type { DocumentView } from '../../WorkspaceSnapshot.ts';

export interface FormerDocuments {
  readonly manifests: Pick<ManifestSet, 'files'>;
  /** Their views, file by file. */
  readonly views: readonly DocumentView[];
}

/** Views of documents that are the same objects as in `former` are the same too. */
export const toDocumentViews = (
  { files }: Pick<ManifestSet, 'files'>,
  former?: FormerDocuments,
): readonly DocumentView[] => {
  const known = new Map<string, { readonly file: ManifestFile; readonly start: number }>();
  let start = 0;
  for (const file of former?.manifests.files ?? []) {
    known.set(file.source.path, { file, start });
    start += file.documents.length;
  }
  const views: DocumentView[] = [];
  for (const { source, documents } of files) {
    const before = known.get(source.path);
    documents.forEach((document, index) => {
      const isSame = before !== undefined && before.file.documents[index] === document;
      views.push(isSame ? former!.views[before.start + index]! : toDocumentView(document));
    });
  }
  return views;
};

const toDocumentView = ({ file, index, range, status, objects }: ManifestDocument): DocumentView => {
  const first = objects[0];
  return {
    file,
    index,
    range: { start: range.start, end: range.end },
    status,
    first: first === undefined ? null : { kind: first.kind, name: first.name, namespace: first.namespace },
    objectCount: objects.length,
  };
};
