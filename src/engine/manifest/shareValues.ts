import type { LabelSet } from '../labels/LabelSelector.ts';
import type { InternTable } from './InternTable.ts';
import { detachText } from './InternTable.ts';
import type {
  ContainerPort,
  KubernetesObject,
  ObjectBase,
  OwnerReference,
  PodObject,
  PodTemplate,
  WorkloadObject,
} from './KubernetesObject.ts';
import { placeObject } from './placeObject.ts';

/** No two lists of texts give the same, whatever is in them. */
const measure = (text: string): string => ` ${text.length} ${text}`;

/** Longer than anything that two objects have in common. */
const maxKeyLength = 4096;

/** The object with equal values shared, and with texts of its own: nothing in it holds on to the text of a file. */
export const shareValues = (object: KubernetesObject, table: InternTable): KubernetesObject => {
  const base: ObjectBase = {
    id: object.id,
    apiVersion: table.text(object.apiVersion),
    kind: table.text(object.kind),
    name: detachText(object.name),
    namespace: table.text(object.namespace),
    namespaceStated: object.namespaceStated,
    labels: shareLabels(object.labels, table),
    source: object.source,
  };
  return placeObject({ ...object, ...base, ...shareMore(object, table) } as KubernetesObject, object.source);
};

const shareMore = (object: KubernetesObject, table: InternTable): Partial<PodObject> | Partial<WorkloadObject> => {
  switch (object.type) {
    case 'pod':
      return {
        ...shareTemplate(object, table),
        owners: shareOwners(object.owners, table),
        ips: object.ips.map(detachText),
        hostIp: object.hostIp === null ? null : table.text(object.hostIp),
      };
    case 'workload':
      return { owners: shareOwners(object.owners, table), template: shareTemplate(object.template, table) };
    default:
      return {};
  }
};

const shareTemplate = ({ labels, ports, hostNetwork, images }: PodTemplate, table: InternTable): PodTemplate => ({
  labels: shareLabels(labels, table),
  ports: sharePorts(ports, table),
  hostNetwork,
  images: shareTexts(images, table),
});

const shareLabels = (labels: LabelSet, table: InternTable): LabelSet =>
  table.shareAgain<LabelSet>(
    'labels',
    (last) => haveSameEntries(last, labels),
    () => findLabels(labels, table),
  );

/** In the same order, too. */
const haveSameEntries = (a: LabelSet, b: LabelSet): boolean => {
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return keys.length === others.length && keys.every((key, index) => key === others[index] && a[key] === b[key]);
};

const findLabels = (labels: LabelSet, table: InternTable): LabelSet => {
  let key = 'labels';
  for (const name in labels) {
    key += measure(name) + measure(labels[name]!);
    if (key.length > maxKeyLength) return labels;
  }
  return table.share(key, () =>
    Object.fromEntries(Object.entries(labels).map(([name, value]) => [table.text(name), table.text(value)])),
  );
};

const sharePorts = (ports: readonly ContainerPort[], table: InternTable): readonly ContainerPort[] =>
  table.shareAgain<readonly ContainerPort[]>(
    'ports',
    (last) => last.length === ports.length && last.every((port, index) => isSamePort(port, ports[index]!)),
    () => findPorts(ports, table),
  );

const isSamePort = (a: ContainerPort, b: ContainerPort): boolean =>
  a.name === b.name && a.port === b.port && a.protocol === b.protocol;

const findPorts = (ports: readonly ContainerPort[], table: InternTable): readonly ContainerPort[] => {
  let key = 'ports';
  for (const { name, port, protocol } of ports) {
    key += `${measure(name ?? '')}${port} ${protocol} `;
    if (key.length > maxKeyLength) return ports;
  }
  return table.share(key, () =>
    ports.map(({ name, port, protocol }) => ({ name: name === null ? null : table.text(name), port, protocol })),
  );
};

const shareTexts = (texts: readonly string[], table: InternTable): readonly string[] => {
  const key = `texts${texts.map(measure).join('')}`;
  return key.length > maxKeyLength ? texts : table.share(key, () => texts.map((text) => table.text(text)));
};

const shareOwners = (owners: readonly OwnerReference[], table: InternTable): readonly OwnerReference[] => {
  let key = 'owners';
  for (const { kind, name, controller } of owners) key += `${measure(kind)}${measure(name)}${controller}`;
  if (key.length > maxKeyLength) return owners;
  return table.share(key, () =>
    owners.map(({ kind, name, controller }) => ({ kind: table.text(kind), name: table.text(name), controller })),
  );
};
