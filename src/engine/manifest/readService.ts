import { isPortName } from './isQualifiedName.ts';
import type { ObjectBase, ServiceObject, ServicePort } from './KubernetesObject.ts';
import type { ReadContext } from './ReadContext.ts';
import { enterField, reportValue } from './ReadContext.ts';
import { readIntegerOrString, readMap, readMaps, readNode, readString, readStringMap } from './readField.ts';
import type { FieldNode } from './readField.ts';
import { isPortNumber, readPortNumber, readProtocol } from './readPodTemplate.ts';
import type { SourceMap } from './SourceNode.ts';

/** A Service; an empty selector is none. */
export const readService = (object: SourceMap, base: ObjectBase, context: ReadContext): ServiceObject => {
  const spec = readMap(object, 'spec', context);
  if (spec === null) return { ...base, type: 'service', selector: null, ports: [], serviceType: 'ClusterIP' };
  const selector = readStringMap(spec.node, 'selector', spec.context);
  return {
    ...base,
    type: 'service',
    selector: selector === null || Object.keys(selector).length === 0 ? null : selector,
    ports: (readMaps(spec.node, 'ports', spec.context) ?? []).flatMap((port) => readServicePort(port) ?? []),
    serviceType: readString(spec.node, 'type', spec.context) ?? 'ClusterIP',
  };
};

const readServicePort = ({ node, context }: FieldNode<SourceMap>): ServicePort | null => {
  const port = readPortNumber(node, 'port', context);
  const name = readString(node, 'name', context);
  const protocol = readProtocol(node, context);
  const targetPort = readTargetPort(node, context);
  if (port === null || protocol === null) return null;
  return { name: name === '' ? null : name, port, targetPort: targetPort ?? port, protocol };
};

/** 0 and the empty string count as left out, as they do for the API server. */
const readTargetPort = (port: SourceMap, context: ReadContext): number | string | null => {
  const target = readIntegerOrString(port, 'targetPort', context);
  if (target === null || target === 0 || target === '') return null;
  const valid = typeof target === 'number' ? isPortNumber(target) : isPortName(target);
  if (!valid) {
    const range = readNode(port, 'targetPort', context)?.range ?? port.range;
    const expected = typeof target === 'number' ? '1 to 65535' : 'port name';
    reportValue(enterField(context, 'targetPort'), range, target, expected);
  }
  return target;
};
