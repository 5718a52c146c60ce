import { choice, flag, integer, list, map, port, strings, text, unexplained, type FieldSchema } from './FieldSchema.ts';

/** ServiceSpec (`v1`). */
export const serviceSpec: FieldSchema = map('Where traffic to the Service goes.', {
  selector: strings('Labels of the pods that get the traffic.', { role: 'servicePods' }),
  ports: list(
    'The ports of the Service, each with the pods’ port behind it.',
    map('A port of the Service.', {
      name: text('Needed when there are several.'),
      port: integer('The port that clients of the Service use. Policies never see it: they look at the pods’ port.'),
      targetPort: port('The pods’ port, by number or name; the same as `port` when left out.', { role: 'targetPort' }),
      protocol: choice('`TCP` when left out.', ['TCP', 'UDP', 'SCTP']),
      nodePort: integer('A port that every node opens for it.'),
      appProtocol: text('What is spoken on the port.'),
    }),
  ),
  type: choice('`ClusterIP` when left out.', ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']),
  clusterIP: text('Its address in the cluster; `None` makes it headless.'),
  externalName: text('For `ExternalName`: the DNS name it stands for.'),
  loadBalancerIP: text('The address asked for at the load balancer.'),
  loadBalancerClass: text('Which load balancer takes care of it.'),
  sessionAffinity: choice('Whether a client stays with its pod.', ['None', 'ClientIP']),
  externalTrafficPolicy: choice('Whether traffic from outside keeps its source address.', ['Cluster', 'Local']),
  internalTrafficPolicy: choice('Whether traffic stays on its node.', ['Cluster', 'Local']),
  trafficDistribution: text('Which pods are preferred.'),
  ipFamilyPolicy: choice('One family of addresses or both.', ['SingleStack', 'PreferDualStack', 'RequireDualStack']),
  publishNotReadyAddresses: flag('Whether pods count before they are ready.'),
  allocateLoadBalancerNodePorts: flag('Whether a load balancer needs node ports.'),
  healthCheckNodePort: integer('Where the load balancer asks whether a node is healthy.'),
  ...unexplained('clusterIPs externalIPs loadBalancerSourceRanges ipFamilies sessionAffinityConfig'),
  ...unexplained('ipFamily topologyKeys'),
});
