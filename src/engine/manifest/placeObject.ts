import type { KubernetesObject, ObjectSource } from './KubernetesObject.ts';

/**
 * The same object at `source`. Field by field, so that the many objects of a dump have one shape in memory: what spreading
 * makes has a shape of its own each time, and a list of such objects is slow to walk.
 */
export const placeObject = (object: KubernetesObject, source: ObjectSource): KubernetesObject => {
  const { id, apiVersion, kind, name, namespace, namespaceStated, labels } = object;
  switch (object.type) {
    case 'pod':
      return {
        id,
        apiVersion,
        kind,
        name,
        namespace,
        namespaceStated,
        labels,
        source,
        type: 'pod',
        ports: object.ports,
        hostNetwork: object.hostNetwork,
        images: object.images,
        owners: object.owners,
        ips: object.ips,
        hostIp: object.hostIp,
        completed: object.completed,
      };
    case 'workload':
      return {
        id,
        apiVersion,
        kind: object.kind,
        name,
        namespace,
        namespaceStated,
        labels,
        source,
        type: 'workload',
        replicas: object.replicas,
        selector: object.selector,
        owners: object.owners,
        template: object.template,
      };
    case 'service':
      return {
        id,
        apiVersion,
        kind,
        name,
        namespace,
        namespaceStated,
        labels,
        source,
        type: 'service',
        selector: object.selector,
        ports: object.ports,
        serviceType: object.serviceType,
      };
    default:
      return { id, apiVersion, kind, name, namespace, namespaceStated, labels, source, type: object.type };
  }
};
