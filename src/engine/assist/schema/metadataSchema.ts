import { flag, list, map, strings, text, unexplained, type FieldSchema } from './FieldSchema.ts';

const common = {
  labels: strings('Names and values by which selectors find this object.', { role: 'labels' }),
  annotations: strings('Notes for tools and people; selectors never look at them.'),
  generateName: text('A beginning from which the API server makes a unique name.'),
  ownerReferences: list(
    'The objects that this one belongs to; deleting them deletes it.',
    map('An owner.', {
      apiVersion: text('Of the owner.'),
      kind: text('Of the owner.'),
      name: text('Of the owner.'),
      uid: text('Of the owner.'),
      controller: flag('Whether this owner manages the object.'),
      blockOwnerDeletion: flag('Whether the owner must wait with its deletion.'),
    }),
  ),
  finalizers: list('Who still has to agree before the object goes.', text('A finalizer.')),
  ...unexplained('uid resourceVersion creationTimestamp deletionTimestamp selfLink clusterName', 'string'),
  ...unexplained('generation deletionGracePeriodSeconds', 'integer'),
  ...unexplained('managedFields'),
};

/** `metadata` of an object that lives in a namespace. */
export const metadataSchema: FieldSchema = map('What identifies the object.', {
  name: text('Unique among the objects of this kind in the namespace.'),
  namespace: text('The namespace it lives in; `default` when left out.', { role: 'namespace' }),
  ...common,
});

/** `metadata` of an object that belongs to the whole cluster. */
export const clusterMetadataSchema: FieldSchema = map('What identifies the object.', {
  name: text('Unique in the cluster.'),
  namespace: text('Without meaning here: this kind belongs to the whole cluster.'),
  ...common,
});
