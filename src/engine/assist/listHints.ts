import type { ManifestDocument, ManifestSet } from '../manifest/ManifestSet.ts';
import type { FilePath, FileRange } from '../manifest/SourceFile.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import { findFile, type AssistBase } from './AssistBase.ts';
import { checkFields } from './checkFields.ts';
import { findServicePorts, listFrontPorts, type FrontPorts } from './findServicePorts.ts';
import type { Hint } from './Hint.ts';
import { listObjectMaps } from './listObjectMaps.ts';
import { readFieldText } from './readFieldText.ts';
import { findKindSchema } from './schema/kindSchemas.ts';

/** Field faults of documents that were looked at before; they last as long as a document's text. */
export type FieldHints = WeakMap<ManifestDocument, readonly Hint[]>;

/** In characters. Trees of documents are made when they are looked at, and stay: what is larger is looked at where it is open. */
const [largestText, largestDocument] = [2_000_000, 1_000_000];

/**
 * What the editor notices in a file beyond its problems; where a problem stands already, nothing is said twice. null: in all
 * files, save documents of more than a megabyte, and, of more than two megabytes of text, documents without policies.
 * `known` is read and filled.
 */
export const listHints = (
  base: AssistBase,
  file: FilePath | null,
  known: FieldHints = new WeakMap(),
): readonly Hint[] => {
  const { problems, manifests } = base;
  const toPlace = ({ file: path, start }: FileRange): string => `${path} ${start}`;
  const said = new Set(problems.filter(({ at }) => file === null || at.file === file).map(({ at }) => toPlace(at)));
  const fronts = listFrontPorts(base.cluster);
  const documents = file === null ? chooseDocuments(manifests) : (findFile(base, file)?.documents ?? []);
  return documents
    .flatMap((document) => [...checkObjects(document, known), ...checkPorts(base, document, fronts)])
    .filter(({ at }) => !said.has(toPlace(at)));
};

function chooseDocuments({ files }: ManifestSet): readonly ManifestDocument[] {
  const length = files.reduce((sum, { source }) => sum + source.text.length, 0);
  return files
    .flatMap(({ documents }) => documents)
    .filter(({ range, objects }) => {
      const isSmall = range.end - range.start <= largestDocument;
      return isSmall && (length <= largestText || objects.some(({ type }) => type === 'policy'));
    });
}

/** The objects of a document; none where the text is a template or part of an object. */
const listMaps = ({ root, problems }: ManifestDocument): readonly SourceMap[] =>
  root === null || problems.some(({ code }) => code === 'HELM_TEMPLATE' || code === 'KUSTOMIZE_PATCH')
    ? []
    : listObjectMaps(root);

const findKind = (map: SourceMap) =>
  findKindSchema(readFieldText(map, 'apiVersion') ?? '', readFieldText(map, 'kind') ?? '');

/** Fields that the kind does not have. */
function checkObjects(document: ManifestDocument, known: FieldHints): readonly Hint[] {
  const faults =
    known.get(document) ??
    listMaps(document).flatMap((map): readonly Hint[] => {
      const found = findKind(map);
      if (found === null) return [];
      return checkFields(found.schema, map).map(({ code, range, args }) => ({
        code,
        severity: 'warning',
        at: { file: document.file, start: range.start, end: range.end },
        args: { ...args, kind: found.kind },
      }));
    });
  known.set(document, faults);
  return faults;
}

/** Ports of Services where those of the pods are meant. */
const checkPorts = (base: AssistBase, document: ManifestDocument, fronts: FrontPorts): readonly Hint[] =>
  listMaps(document)
    .filter((map) => findKind(map)?.kind === 'NetworkPolicy')
    .flatMap((map) => findServicePorts(base, map, fronts))
    .map(({ scalar, port, service, target }) => ({
      code: 'SERVICE_PORT',
      severity: 'warning',
      at: { file: document.file, start: scalar.range.start, end: scalar.range.end },
      args: { port, service, target },
    }));
