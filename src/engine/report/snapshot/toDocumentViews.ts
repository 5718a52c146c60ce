import type { ManifestDocument, ManifestSet } from '../../manifest/ManifestSet.ts';
import type { DocumentView } from '../../WorkspaceSnapshot.ts';

export const toDocumentViews = (manifests: ManifestSet): readonly DocumentView[] =>
  manifests.files.flatMap((file) => file.documents.map(toDocumentView));

const toDocumentView = ({ file, index, range, status, objects }: ManifestDocument): DocumentView => {
  const [first] = objects;
  return {
    file,
    index,
    range: { start: range.start, end: range.end },
    status,
    first: first ? { kind: first.kind, name: first.name, namespace: first.namespace } : null,
    objectCount: objects.length,
  };
};
