import { createProblemCollector } from './createProblemCollector.ts';
import { findEntry } from './findEntry.ts';
import { isClusterWide } from './isClusterWide.ts';
import { workloadKinds } from './KubernetesObject.ts';
import type { KubernetesObject, ObjectBase, ObjectId, ObjectSource, WorkloadTemplateKind } from './KubernetesObject.ts';
import { isPolicyKind } from './policyKinds.ts';
import type { Problem } from './Problem.ts';
import type { ReadContext } from './ReadContext.ts';
import { enterField, reportProblem } from './ReadContext.ts';
import { readNode } from './readField.ts';
import { readMetadata } from './readMetadata.ts';
import type { Metadata, NameRule } from './readMetadata.ts';
import { readPod } from './readPod.ts';
import { readService } from './readService.ts';
import { readWorkload } from './readWorkload.ts';
import type { SourceMap } from './SourceNode.ts';
import { suggestKind } from './suggestKind.ts';
import { toApiGroup } from './toApiGroup.ts';

type ObjectType = KubernetesObject['type'];

/** What an object is, by API group and kind. */
export interface ObjectKind {
  readonly apiVersion: string;
  readonly kind: string;
}

const workloadGroups: Readonly<Record<WorkloadTemplateKind, readonly string[]>> = {
  Deployment: ['apps', 'extensions'],
  StatefulSet: ['apps'],
  DaemonSet: ['apps', 'extensions'],
  ReplicaSet: ['apps', 'extensions'],
  ReplicationController: [''],
  Job: ['batch'],
  CronJob: ['batch'],
};

const isWorkloadKind = (kind: string): kind is WorkloadTemplateKind =>
  (workloadKinds as readonly string[]).includes(kind);

const toType = (group: string, kind: string): ObjectType => {
  if (group === '' && kind === 'Namespace') return 'namespace';
  if (group === '' && kind === 'Pod') return 'pod';
  if (group === '' && kind === 'Service') return 'service';
  if (isWorkloadKind(kind) && workloadGroups[kind].includes(group)) return 'workload';
  return isPolicyKind(group, kind) ? 'policy' : 'other';
};

const nameRules: Readonly<Record<ObjectType, NameRule>> = {
  namespace: 'label',
  pod: 'subdomain',
  service: 'label',
  workload: 'subdomain',
  // Those of other dialects; see `toNameRule`.
  policy: 'any',
  other: 'any',
};

/** Whether a kind is one that the evaluation reads. */
const isEvaluated = (type: ObjectType, group: string): boolean =>
  type !== 'other' && (type !== 'policy' || group === 'networking.k8s.io');

const toNameRule = (type: ObjectType, group: string): NameRule =>
  type === 'policy' && isEvaluated(type, group) ? 'subdomain' : nameRules[type];

/**
 * One object of a known kind; `node` is its tree. Null when it would take part in the evaluation but kubectl or the API server would reject
 * it: then at least one problem of severity `error` has been reported, with the object's id in `excluded`. Objects that
 * are not evaluated stay in view whatever is wrong with them, and that is a warning.
 */
export const readObject = (
  { apiVersion, kind }: ObjectKind,
  source: ObjectSource,
  node: SourceMap,
  report: (problem: Problem) => void,
): KubernetesObject | null => {
  const collector = createProblemCollector();
  const context: ReadContext = { file: source.file, path: '', report: collector.add };
  const group = toApiGroup(apiVersion);
  const type = toType(group, kind);
  const metadata = readMetadata(node, context, toNameRule(type, group));
  const base = createBase({ apiVersion, kind }, metadata, source, isClusterWide(group, kind));
  const misread = collector.list().some(({ args: { field } }) => field === 'metadata' || field === 'metadata.name');
  if (metadata.name === '' && !misread) reportNameless(type, base, node, context);
  if (metadata.namespace !== '' && base.namespace === '') reportStrayNamespace(metadata.namespace, base, node, context);
  const object = readTyped(type, base, node, metadata, context);
  const problems = collector.list();
  const rejected =
    object === null || (isEvaluated(type, group) && problems.some(({ severity }) => severity === 'error'));
  for (const problem of problems) {
    if (problem.severity !== 'error') report(problem);
    else report(rejected ? { ...problem, excluded: base.id } : { ...problem, severity: 'warning' });
  }
  if (type === 'other') reportLookAlike(base, report);
  return rejected ? null : object;
};

/** KIND_NOT_EVALUATED, error: kubectl knows no such kind, and the evaluation would pass over what was meant to count. */
const reportLookAlike = ({ apiVersion, kind, id, source }: ObjectBase, report: (problem: Problem) => void): void => {
  const expected = suggestKind({ apiVersion, kind });
  if (expected === null) return;
  const { file, range } = source;
  const at = { file, start: range.start, end: range.start };
  report({ code: 'KIND_NOT_EVALUATED', severity: 'error', at, args: { apiVersion, kind, expected }, excluded: id });
};

const createBase = (
  { apiVersion, kind }: ObjectKind,
  { name, namespace, labels }: Metadata,
  source: ObjectSource,
  clusterWide: boolean,
): ObjectBase => {
  const effective = clusterWide ? '' : namespace === '' ? 'default' : namespace;
  const id = (effective === '' ? `${kind}/${name}` : `${effective}/${kind}/${name}`) as ObjectId;
  return {
    id,
    apiVersion,
    kind,
    name,
    namespace: effective,
    namespaceStated: !clusterWide && namespace !== '',
    labels,
    source,
  };
};

const readTyped = (
  type: ObjectType,
  base: ObjectBase,
  node: SourceMap,
  metadata: Metadata,
  context: ReadContext,
): KubernetesObject | null => {
  switch (type) {
    case 'namespace':
      return { ...base, type };
    case 'pod':
      return readPod(node, base, metadata, context);
    case 'workload':
      return readWorkload(node, base.kind as WorkloadTemplateKind, base, metadata, context);
    case 'service':
      return readService(node, base, context);
    case 'policy':
      return { ...base, type };
    case 'other':
      return { ...base, type };
  }
};

/** Kinds that count need a name; of the others many a configuration file has none. */
const reportNameless = (
  type: ObjectType,
  { kind, source }: ObjectBase,
  node: SourceMap,
  context: ReadContext,
): void => {
  const range = findEntry(node, 'metadata')?.key.range ?? source.range;
  reportProblem(context, 'NAME_MISSING', type === 'other' ? 'info' : 'error', range, { kind });
};

/** The API server drops the namespace of an object that has none. */
const reportStrayNamespace = (
  namespace: string,
  { kind, source }: ObjectBase,
  node: SourceMap,
  context: ReadContext,
): void => {
  const within = enterField(enterField(context, 'metadata'), 'namespace');
  const metadata = readNode(node, 'metadata', context)?.node;
  const range = metadata?.type === 'map' ? readNode(metadata, 'namespace', context)?.range : undefined;
  reportProblem(within, 'FIELD_VALUE', 'info', range ?? source.range, {
    value: namespace,
    expected: `no namespace: ${kind} is cluster-wide`,
  });
};
