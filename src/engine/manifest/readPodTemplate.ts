import type { LabelSet } from '../labels/LabelSelector.ts';
import type { Protocol } from '../net/PortSet.ts';
import { protocols } from '../net/PortSet.ts';
import { isPortName } from './isQualifiedName.ts';
import type { ContainerPort, PodTemplate } from './KubernetesObject.ts';
import type { ReadContext } from './ReadContext.ts';
import { enterField, reportValue } from './ReadContext.ts';
import { readBoolean, readInteger, readMap, readMaps, readNode, readString } from './readField.ts';
import type { FieldNode } from './readField.ts';
import { readLabels } from './readMetadata.ts';
import type { SourceMap } from './SourceNode.ts';

/** A PodTemplateSpec; `context` stands at it. */
export const readPodTemplate = (template: SourceMap, context: ReadContext): PodTemplate => {
  const metadata = readMap(template, 'metadata', context);
  const labels = metadata === null ? {} : readLabels(metadata.node, metadata.context);
  return readPodSpec(template, labels, context);
};

/** `spec` of a pod or of a pod template, with the labels that are already read. */
export const readPodSpec = (pod: SourceMap, labels: LabelSet, context: ReadContext): PodTemplate => {
  const spec = readMap(pod, 'spec', context);
  if (spec === null) return { labels, ports: [], hostNetwork: false, images: [] };
  const containers = ['containers', 'initContainers'].flatMap((key) => readMaps(spec.node, key, spec.context) ?? []);
  return {
    labels,
    ports: containers.flatMap(({ node, context: within }) =>
      (readMaps(node, 'ports', within) ?? []).flatMap((port) => readContainerPort(port) ?? []),
    ),
    hostNetwork: readBoolean(spec.node, 'hostNetwork', spec.context) ?? false,
    images: containers.flatMap(({ node, context: within }) => readString(node, 'image', within) ?? []),
  };
};

const readContainerPort = ({ node, context }: FieldNode<SourceMap>): ContainerPort | null => {
  const port = readPortNumber(node, 'containerPort', context);
  const name = readString(node, 'name', context);
  const protocol = readProtocol(node, context);
  if (name !== null && name !== '' && !isPortName(name)) reportAt(node, 'name', context, name, 'port name');
  return port === null || protocol === null ? null : { name: name === '' ? null : name, port, protocol };
};

/** A port number that must be there; reports and returns null when it is missing or not 1 to 65535. */
export const readPortNumber = (map: SourceMap, key: string, context: ReadContext): number | null => {
  const port = readInteger(map, key, context);
  if (port === null) {
    if (readNode(map, key, context) === null)
      reportValue(enterField(context, key), map.range, '', 'a number from 1 to 65535');
    return null;
  }
  if (isPortNumber(port)) return port;
  reportAt(map, key, context, port, '1 to 65535');
  return null;
};

export const isPortNumber = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

/** `protocol`, TCP when it is left out; null when it is none of the three (then reported). */
export const readProtocol = (map: SourceMap, context: ReadContext): Protocol | null => {
  const text = readString(map, 'protocol', context) ?? '';
  if (text === '') return 'TCP';
  const protocol = protocols.find((known) => known === text);
  if (protocol === undefined) reportAt(map, 'protocol', context, text, protocols.join(', '));
  return protocol ?? null;
};

const reportAt = (map: SourceMap, key: string, context: ReadContext, value: string | number, expected: string): void =>
  reportValue(enterField(context, key), readNode(map, key, context)?.range ?? map.range, value, expected);
