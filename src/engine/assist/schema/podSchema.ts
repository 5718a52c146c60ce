import { containerSchema, nodeSelectorSchema } from './containerSchema.ts';
import { choice, flag, integer, list, map, strings, text, unexplained, type FieldSchema } from './FieldSchema.ts';

/** PodSpec (`v1`). */
export const podSpec: FieldSchema = map('What runs in the pod, and how.', {
  containers: list('The containers; at least one.', containerSchema),
  initContainers: list('Run one after the other before the containers.', containerSchema),
  ephemeralContainers: list('Added to a running pod to look into it.', containerSchema),
  hostNetwork: flag('The pod uses the network of its node: no policy selects it then.'),
  hostPID: flag('It sees the processes of its node.'),
  hostIPC: flag('It shares memory with its node.'),
  hostUsers: flag('Its users are those of its node.'),
  hostname: text('Another name than the pod’s.'),
  hostnameOverride: text('The exact hostname, whatever the pod’s name and domain.'),
  subdomain: text('Of a headless Service, for a DNS name of its own.'),
  setHostnameAsFQDN: flag('The hostname is the whole domain name.'),
  dnsPolicy: choice('Whom the pod asks for names.', ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']),
  serviceAccountName: text('As whom it talks to the API server.'),
  serviceAccount: text('The old name of `serviceAccountName`.'),
  automountServiceAccountToken: flag('Whether it gets a token for the API server.'),
  enableServiceLinks: flag('Whether Services appear among its environment variables.'),
  restartPolicy: choice('`Always` when left out.', ['Always', 'OnFailure', 'Never']),
  terminationGracePeriodSeconds: integer('How long it may take to end.'),
  activeDeadlineSeconds: integer('How long it may run at all.'),
  nodeName: text('The node it must run on.'),
  nodeSelector: nodeSelectorSchema,
  schedulerName: text('Who chooses its node.'),
  priorityClassName: text('How important it is.'),
  runtimeClassName: text('Which runtime runs it.'),
  preemptionPolicy: choice('Whether less important pods make room.', ['PreemptLowerPriority', 'Never']),
  priority: integer('Set by `priorityClassName`.'),
  shareProcessNamespace: flag('Its containers see each other’s processes.'),
  hostAliases: list(
    'Lines of the hosts file.',
    map('A line.', { ip: text('The address.'), hostnames: list('Its names.', text('A name.')) }),
  ),
  imagePullSecrets: list('Secrets for the image registry.', map('A secret.', { name: text('Of the secret.') })),
  ...unexplained(
    'affinity dnsConfig os overhead readinessGates resourceClaims resources schedulingGates securityContext',
  ),
  ...unexplained('tolerations topologySpreadConstraints volumes workloadRef schedulingGroup'),
});

/** PodTemplateSpec (`v1`). */
export const podTemplateSchema: FieldSchema = map('The pods that are made.', {
  metadata: map('Of each pod.', {
    labels: strings('What selectors of policies and Services find the pods by.', { role: 'labels' }),
    annotations: strings('Notes for tools and people; selectors never look at them.'),
    name: text('Without effect in a template.'),
    namespace: text('Without effect in a template.'),
    ...unexplained('creationTimestamp generateName finalizers ownerReferences uid resourceVersion selfLink generation'),
    ...unexplained('managedFields deletionTimestamp deletionGracePeriodSeconds'),
  }),
  spec: podSpec,
});
