import { findEntry } from './findEntry.ts';
import type { DocumentTree } from './DocumentTree.ts';
import type { InternTable } from './InternTable.ts';
import type { KubernetesObject } from './KubernetesObject.ts';
import { forgetEntries } from './LazyJson.ts';
import { mayHavePatchDirective } from './mayHavePatchDirective.ts';
import { ObjectPlace } from './ObjectPlace.ts';
import type { Problem, ProblemCode, ProblemSeverity } from './Problem.ts';
import type { ReadContext } from './ReadContext.ts';
import { readSeq } from './readField.ts';
import { readObject } from './readObject.ts';
import type { ObjectKind } from './readObject.ts';
import { resolveAlias } from './resolveAlias.ts';
import { shareValues } from './shareValues.ts';
import type { FilePath, TextRange } from './SourceFile.ts';
import type { SourceMap, SourceNode } from './SourceNode.ts';

/** What was found in one document. */
export interface ObjectsRead {
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
  /** The trees that are needed again: those of policies. */
  readonly policies: readonly SourceMap[];
}

/** Which document is read, and with what. */
export interface DocumentPlace {
  readonly file: FilePath;
  readonly index: number;
  /** The document's own text. */
  readonly text: string;
  readonly tree: DocumentTree;
  readonly table: InternTable;
}

/** Files that stand beside manifests and are none, however much they look like it. */
const otherFiles =
  /(^|\/)(kustomization|Chart|Chart\.lock|values[^/]*|helmfile|skaffold|package|package-lock)\.(ya?ml|json)$/;

const kustomizations = /(^|\/)kustomization\.(ya?ml|json)$/;

/** The objects of a document: one, or those of a list, nested lists included. */
export const readObjects = (root: SourceNode, place: DocumentPlace): ObjectsRead => {
  const objects: KubernetesObject[] = [];
  const problems: Problem[] = [];
  const policies: SourceMap[] = [];
  const report = (code: ProblemCode, severity: ProblemSeverity, range: TextRange, args: Problem['args'] = {}): void => {
    problems.push({ code, severity, at: { file: place.file, start: range.start, end: range.end }, args });
  };
  const context: ReadContext = { file: place.file, path: '', report: (problem) => problems.push(problem) };

  const mayBePatch = mayHavePatchDirective(place.text);

  const readMap = (node: SourceMap, range: TextRange, list: ObjectKind | null): void => {
    const apiVersion = readText(node, 'apiVersion') ?? list?.apiVersion ?? '';
    const kind = readText(node, 'kind') ?? list?.kind ?? '';
    if (list === null && isOtherFile(node, place.file, { apiVersion, kind })) {
      report('NOT_KUBERNETES', 'info', startOf(range), {
        kind: kind === '' && kustomizations.test(place.file) ? 'Kustomization' : kind,
      });
    } else {
      const items = kind.endsWith('List') ? readItems(node, context) : null;
      if (items === null) {
        if (mayBePatch && hasPatchDirective(node)) {
          report('KUSTOMIZE_PATCH', 'warning', startOf(range), { kind });
          return;
        }
        if (kind === '' || apiVersion === '') {
          report('KIND_MISSING', 'error', startOf(range), { field: kind === '' ? 'kind' : 'apiVersion', kind });
          return;
        }
        const at = { file: place.file, document: place.index, range, inList: list !== null };
        const source = new ObjectPlace(at, place.tree);
        const object = readObject({ apiVersion, kind }, source, node, (problem) => problems.push(problem));
        if (object?.type === 'policy') policies.push(node);
        if (object !== null) objects.push(shareValues(object, place.table));
        return;
      }
      const defaults = { apiVersion: kind === 'List' ? '' : apiVersion, kind: kind.slice(0, -'List'.length) };
      for (const item of items) {
        readNode(item, defaults);
        if (policies.at(-1) !== item) forgetEntries(item);
      }
    }
  };

  const readNode = (node: SourceNode, list: ObjectKind | null): void => {
    const resolved = resolveAlias(node);
    if (resolved.type === 'map') readMap(resolved, node.range, list);
    else if (isJsonPatch(resolved)) report('KUSTOMIZE_PATCH', 'info', startOf(node.range));
    else if (resolved.type === 'seq' || resolved.value !== null) {
      report('NOT_KUBERNETES', 'warning', startOf(node.range), { found: resolved.type === 'seq' ? 'list' : 'text' });
    }
  };

  readNode(root, null);
  return { objects, problems, policies };
};

/** A problem of a whole object is marked where it begins, not over all its lines. */
const startOf = ({ start }: TextRange): TextRange => ({ start, end: start });

const readText = (map: SourceMap, key: string): string | null => {
  const entry = findEntry(map, key);
  const node = entry === null ? null : resolveAlias(entry.value);
  return node?.type === 'scalar' && node.text !== '' && node.value !== null ? node.text : null;
};

/** Null when there is no such field; nothing when it is null or no list (then reported). */
const readItems = (map: SourceMap, context: ReadContext): readonly SourceNode[] | null =>
  findEntry(map, 'items') === null ? null : (readSeq(map, 'items', context)?.map(({ node }) => node) ?? []);

const isOtherFile = (map: SourceMap, file: FilePath, { apiVersion, kind }: ObjectKind): boolean => {
  if (apiVersion.startsWith('kustomize.config.k8s.io/')) return true;
  if (kind === '') {
    if (otherFiles.test(file)) return true;
    return apiVersion === '' && (findEntry(map, 'metadata') === null || findEntry(map, 'spec') === null);
  }
  return apiVersion === '' && (kind === 'Kustomization' || kind === 'Component');
};

/** A list of `{op, path, value}`, as Kustomize takes in a file of its own. */
const isJsonPatch = (node: SourceNode): boolean =>
  node.type === 'seq' &&
  node.items.length > 0 &&
  node.items.every((item) => {
    const map = resolveAlias(item);
    return map.type === 'map' && findEntry(map, 'op') !== null && findEntry(map, 'path') !== null;
  });

/** `$patch: delete` and the like anywhere on the way down: meant for kustomize, not for the API server. */
const hasPatchDirective = (root: SourceMap): boolean => {
  const visited = new Set<SourceNode>();
  const visit = (node: SourceNode): boolean => {
    if (node.type === 'scalar') return false;
    if (node.type === 'alias') {
      if (visited.has(node.target)) return false;
      visited.add(node.target);
      return visit(node.target);
    }
    if (node.type === 'seq') return node.items.some(visit);
    return node.entries.some(({ key, value }) => key.text === '$patch' || visit(value));
  };
  return visit(root);
};
