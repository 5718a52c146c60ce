import type { Cluster, Pod } from '../cluster/Cluster.ts';
import { matchesSelector } from '../labels/matchesSelector.ts';
import type { ObjectSource } from '../manifest/KubernetesObject.ts';
import type { FilePath, FileRange, TextRange } from '../manifest/SourceFile.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import type { AssistBase } from './AssistBase.ts';
import { findPeerPods, findServicePods, findSubjectPods, matchCandidates } from './findSelection.ts';
import { listContainerMaps } from './listContainerMaps.ts';
import { listSelectors } from './listSelectors.ts';
import { nodeOf } from './Place.ts';
import { readChild, readFieldText, readNamespace } from './readFieldText.ts';
import { resolvePlace, type ResolvedPlace } from './resolvePlace.ts';

export interface Targets {
  /** The words that lead there. */
  readonly range: TextRange;
  readonly targets: readonly FileRange[];
}

/**
 * Where a place leads: a selector to the objects it matches, the name of a port to the containers that have it, a
 * namespace to its object, a workload (its name or labels) to the selectors that match it. Null where it leads nowhere.
 */
export const findTargets = (base: AssistBase, file: FilePath, offset: number): Targets | null => {
  const resolved = resolvePlace(base, file, offset);
  if (resolved === null || resolved.place.scalar === null) return null;
  const targets = listTargets(base, resolved);
  return targets.length === 0 ? null : { range: resolved.place.scalar.range, targets };
};

const listTargets = (base: AssistBase, resolved: ResolvedPlace): readonly FileRange[] => {
  const { cluster } = base;
  const { place, schemas, selection } = resolved;
  if (selection !== null) {
    const matched =
      selection.selector === null ? null : matchCandidates(base, selection.candidates, selection.selector);
    if (matched === null) return [];
    if (matched.type === 'pods') return listPlaces(cluster, matched.pods);
    return matched.namespaces.flatMap(({ source }) => (source === null ? [] : [toHead(source)]));
  }
  const node = nodeOf(place);
  const role = schemas.at(-1)?.role;
  if (place.at === 'value' && node?.type === 'scalar' && place.object !== null) {
    if (role === 'namespace') {
      const source = cluster.namespaces.find(({ name }) => name === node.text)?.source ?? null;
      return source === null ? [] : [toHead(source)];
    }
    if (role === 'targetPort') return listContainerPorts(findServicePods(base, place.object), node.value);
    if (role === 'rulePort') {
      const [, direction, rule] = place.steps;
      const isEgress = direction?.type === 'field' && direction.name === 'egress';
      const to = readChild(rule?.node ?? null, 'to');
      const pods = isEgress ? findPeerPods(base, place.object, to) : findSubjectPods(base, place.object);
      return listContainerPorts(pods, node.value);
    }
  }
  return listSelectorsOf(base, resolved);
};

/** Where a workload is written, else its pods. */
const listPlaces = (cluster: Cluster, pods: readonly Pod[]): readonly FileRange[] => {
  const ids = new Set(pods.map(({ workload }) => workload));
  return cluster.workloads
    .filter(({ id }) => ids.has(id))
    .flatMap(({ source, pods: own }) =>
      source !== null ? [toHead(source)] : own.map((pod) => toHead(cluster.pods[pod]!.source)),
    );
};

/** The name in an object's metadata, else its beginning. */
export const toHead = ({ file, node, range }: ObjectSource): FileRange => {
  const name = readChild(readChild(node, 'metadata'), 'name');
  const at = name?.type === 'scalar' ? name.range : { start: range.start, end: range.start };
  return { file, ...at };
};

const listContainerPorts = (pods: readonly Pod[], value: unknown): readonly FileRange[] => {
  const seen = new Set<string>();
  return pods.flatMap(({ source }) =>
    listContainerMaps(source.node)
      .flatMap(({ ports }) => ports)
      .filter((port) => hasValue(port, 'name', value) || hasValue(port, 'containerPort', value))
      .map(({ range }) => ({ file: source.file, ...range }))
      .filter(({ file, start }) => {
        const key = `${file} ${start}`;
        return !seen.has(key) && seen.add(key) !== undefined;
      }),
  );
};

const hasValue = (port: SourceNode, field: string, value: unknown): boolean => {
  const node = readChild(port, field);
  return node?.type === 'scalar' && node.value === value;
};

/** From a workload, pod or Namespace back to the selectors that match it. */
const listSelectorsOf = (base: AssistBase, { document, place }: ResolvedPlace): readonly FileRange[] => {
  const { object, steps } = place;
  const isLabel = steps.some((step) => step.type === 'field' && step.name === 'labels');
  const last = steps.at(-1);
  const isName = steps.length === 2 && last?.type === 'field' && last.name === 'name';
  const isHead = steps.length === 1 && last?.type === 'field' && last.name === 'kind';
  if (object === null || !(isLabel || isName || isHead)) return [];
  const kind = readFieldText(object, 'kind') ?? '';
  const metadata = readChild(object, 'metadata');
  const name = metadata?.type === 'map' ? readFieldText(metadata, 'name') : null;
  if (kind === 'Namespace') {
    const namespace = base.cluster.namespaces.find((each) => each.name === name);
    if (namespace === undefined) return [];
    return listSelectors(base)
      .filter(
        ({ candidates, selector }) => candidates.type === 'namespaces' && matchesSelector(selector, namespace.labels),
      )
      .map(({ at }) => at);
  }
  const id = `${readNamespace(object)}/${kind}/${name ?? ''}`;
  const pods = base.cluster.pods.filter(
    (pod) =>
      pod.workload === id || (pod.source.file === document.file && pod.source.range.start === object.range.start),
  );
  if (pods.length === 0) return [];
  return listSelectors(base)
    .filter(({ candidates, selector, role }) => {
      if (candidates.type !== 'pods' || role === 'ownPods') return false;
      return pods.some((pod) => candidates.pods.includes(pod) && matchesSelector(selector, pod.labels));
    })
    .map(({ at }) => at);
};
