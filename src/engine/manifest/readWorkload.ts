import type { LabelSelector } from '../labels/LabelSelector.ts';
import type { ObjectBase, WorkloadObject, WorkloadTemplateKind } from './KubernetesObject.ts';
import type { ReadContext } from './ReadContext.ts';
import { enterField, reportValue } from './ReadContext.ts';
import { readInteger, readMap, readNode, readStringMap } from './readField.ts';
import type { FieldNode } from './readField.ts';
import { readLabelSelector } from './readLabelSelector.ts';
import type { Metadata } from './readMetadata.ts';
import { readPodTemplate } from './readPodTemplate.ts';
import type { SourceMap } from './SourceNode.ts';

const scaledKinds: readonly WorkloadTemplateKind[] = [
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
];

/** A workload; null when it has no pod template (then reported). */
export const readWorkload = (
  object: SourceMap,
  kind: WorkloadTemplateKind,
  base: ObjectBase,
  metadata: Metadata,
  context: ReadContext,
): WorkloadObject | null => {
  const spec = requireMap(object, 'spec', context);
  if (spec === null) return null;
  const holder = kind === 'CronJob' ? readJobSpec(spec) : spec;
  const template = holder === null ? null : requireMap(holder.node, 'template', holder.context);
  if (template === null) return null;
  return {
    ...base,
    type: 'workload',
    kind,
    replicas: scaledKinds.includes(kind) ? readInteger(spec.node, 'replicas', spec.context) : null,
    selector: kind === 'CronJob' ? null : readSelector(spec, kind),
    owners: metadata.owners,
    template: readPodTemplate(template.node, template.context),
  };
};

const readJobSpec = (spec: FieldNode<SourceMap>): FieldNode<SourceMap> | null => {
  const jobTemplate = requireMap(spec.node, 'jobTemplate', spec.context);
  return jobTemplate === null ? null : requireMap(jobTemplate.node, 'spec', jobTemplate.context);
};

const requireMap = (map: SourceMap, key: string, context: ReadContext): FieldNode<SourceMap> | null => {
  if (readNode(map, key, context) === null)
    reportValue(enterField(context, key), map.range, '', 'a map, which Kubernetes needs here');
  return readMap(map, key, context);
};

const readSelector = ({ node, context }: FieldNode<SourceMap>, kind: WorkloadTemplateKind): LabelSelector | null => {
  if (kind === 'ReplicationController') {
    const matchLabels = readStringMap(node, 'selector', context);
    return matchLabels === null ? null : { matchLabels, matchExpressions: [] };
  }
  const field = readNode(node, 'selector', context);
  return field === null ? null : (readLabelSelector(field.node, field.context)?.selector ?? null);
};
