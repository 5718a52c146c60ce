import { detectTextStyle } from '../edits/detectTextStyle.ts';
import type { Refusal } from '../edits/EditPlan.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { LabelSet } from '../labels/LabelSelector.ts';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isPortName, isQualifiedName } from '../manifest/isQualifiedName.ts';
import type { ManifestFile } from '../manifest/ManifestSet.ts';
import { toFilePath, type FilePath } from '../manifest/SourceFile.ts';
import { assemblePlan } from './assemblePlan.ts';
import { canAppend } from './choosePolicyFile.ts';
import { refuse } from './EndPlan.ts';
import type { IntentOf, NewObject, NewPort, NewWorkload } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidates } from './Proposal.ts';

type CreateIntent = IntentOf<'create'>;

/**
 * A new object as the smallest manifest that a cluster takes, at the end of a file or in a new one. Refusals: BAD_NAME,
 * BAD_LABEL, BAD_PORT, NAME_TAKEN, NOT_APPENDABLE (the file takes no document more).
 */
export function planCreate(base: PlanningBase, { object, file }: CreateIntent): Candidates {
  const refusal = checkObject(base, object);
  if (refusal) return refusal;
  const path = file ?? chooseFile(base, object);
  const known = base.manifests.files.find(({ source }) => source.path === path) ?? null;
  if (known !== null && !canAppend(known)) return refuse('NOT_APPENDABLE', { file: path });
  if (known === null && !/\.ya?ml$/i.test(path)) return refuse('NOT_APPENDABLE', { file: path });
  const nodes = base.manifests.objects.filter(({ source }) => source.file === path).map(({ source }) => source.node);
  const style = detectTextStyle(known?.source.text ?? '', nodes);
  const value = writeObject(object);
  const label = `Create ${object.kind} ${object.name}`;
  const plan = assemblePlan(base, [{ type: 'append', file: known, path, value, style }], { label });
  if (!plan.ok) return plan;
  const args = { object: `${object.kind} ${object.name}`, file: path };
  return { ok: true, candidates: [{ ways: [{ code: 'CREATE', args }], breadth: 0, plan: plan.plan }] };
}

/** Whether the object is there. */
export const holdsCreate = (_before: PlanningBase, after: PlanningBase, { object }: CreateIntent): boolean =>
  after.manifests.objects.some(({ id }) => id === idOf(object));

const idOf = (object: NewObject): string =>
  object.kind === 'Namespace' ? `Namespace/${object.name}` : `${object.namespace}/${object.kind}/${object.name}`;

function checkObject(base: PlanningBase, object: NewObject): Refusal | null {
  const { name, kind } = object;
  const isName = kind === 'Namespace' ? isDnsLabel : isDnsSubdomain;
  if (!isName(name)) return refuse('BAD_NAME', { name });
  if (object.kind !== 'Namespace' && !isDnsLabel(object.namespace))
    return refuse('BAD_NAME', { name: object.namespace });
  const labels = object.kind === 'NetworkPolicy' ? object.podSelector : object.labels;
  const wrong = findBadLabel(labels);
  if (wrong !== null) return refuse('BAD_LABEL', { label: wrong });
  const ports = 'ports' in object ? object.ports : [];
  const bad = ports.find((port) => !isPort(port));
  if (bad) return refuse('BAD_PORT', { port: [bad.name, bad.port].filter((part) => part !== null).join(' ') });
  const isTaken = base.manifests.objects.some(({ id }) => id === idOf(object));
  return isTaken ? refuse('NAME_TAKEN', { object: idOf(object) }) : null;
}

/** The first label that no API server takes, as `key=value`; null when all are fine. */
export function findBadLabel(labels: LabelSet): string | null {
  const wrong = Object.entries(labels).find(([key, value]) => !isQualifiedName(key) || !isLabelValue(value));
  return wrong ? wrong.join('=') : null;
}

const isPort = ({ name, port }: NewPort): boolean =>
  Number.isInteger(port) && port >= 1 && port <= 65535 && (name === null || isPortName(name));

/** The file with the most objects of the namespace that can take another, else one named after it. */
function chooseFile({ manifests }: PlanningBase, object: NewObject): FilePath {
  const namespace = object.kind === 'Namespace' ? object.name : object.namespace;
  const counts = new Map<ManifestFile, number>();
  for (const file of manifests.files) {
    const own = file.objects.filter((one) => one.namespace === namespace || one.id === `Namespace/${namespace}`);
    const alike = own.filter((one) => (one.type === 'policy') === (object.kind === 'NetworkPolicy'));
    if (own.length > 0 && canAppend(file)) counts.set(file, alike.length * 1000 + own.length);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best) return best[0].source.path;
  const taken = new Set<string>(manifests.files.map(({ source }) => source.path));
  for (let number = 1; ; number += 1) {
    const path = `${namespace}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!taken.has(path)) return toFilePath(path);
  }
}

function writeObject(object: NewObject): YamlValue {
  if (object.kind === 'Namespace') {
    const { name, labels } = object;
    return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...(hasAny(labels) && { labels }) } };
  }
  if (object.kind === 'NetworkPolicy') {
    const { name, namespace, podSelector, isolates } = object;
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name, namespace },
      spec: {
        podSelector: hasAny(podSelector) ? { matchLabels: podSelector } : {},
        policyTypes: isolates.map((direction) => (direction === 'ingress' ? 'Ingress' : 'Egress')),
      },
    };
  }
  return writeWorkload(object);
}

const hasAny = (labels: LabelSet): boolean => Object.keys(labels).length > 0;

function writeWorkload({ kind, name, namespace, labels: given, ports }: NewWorkload): YamlValue {
  const labels = hasAny(given) ? given : { app: name };
  const metadata = { name, namespace };
  const containers: YamlValue = [
    {
      name: name.replaceAll('.', '-').slice(0, 63),
      // Whoever designs has no image yet; the name says that it is to be replaced.
      image: `registry.example.com/${name}:replace-me`,
      ...(ports.length > 0 && { ports: ports.map(writePort) }),
    },
  ];
  if (kind === 'Pod') return { apiVersion: 'v1', kind, metadata: { ...metadata, labels }, spec: { containers } };
  const isJob = kind === 'Job' || kind === 'CronJob';
  const template: YamlValue = {
    metadata: { labels },
    spec: { ...(isJob && { restartPolicy: 'Never' }), containers },
  };
  if (kind === 'Job') return { apiVersion: 'batch/v1', kind, metadata, spec: { template } };
  if (kind === 'CronJob') {
    return {
      apiVersion: 'batch/v1',
      kind,
      metadata,
      spec: { schedule: '0 * * * *', jobTemplate: { spec: { template } } },
    };
  }
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata,
    spec: { ...(kind === 'StatefulSet' && { serviceName: name }), selector: { matchLabels: labels }, template },
  };
}

const writePort = ({ name, port, protocol }: NewPort): YamlValue => ({
  ...(name !== null && { name }),
  containerPort: port,
  ...(protocol !== 'TCP' && { protocol }),
});
