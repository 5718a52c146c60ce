import { describe, expect, it } from 'vitest';
import { analyse } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import { isEmptyPortSet } from '../net/portAlgebra.ts';
import type { Connectivity, EndpointRef } from './Connectivity.ts';
import { findEndpoints } from './findEndpoints.ts';

const namespace = (name: string, labels = '{}') => yaml`
  ---
  apiVersion: v1
  kind: Namespace
  metadata: {name: ${name}, labels: ${labels}}
`;

interface PodOptions {
  readonly namespace?: string;
  readonly labels?: string;
  readonly ports?: string;
  readonly ip?: string;
  readonly ips?: readonly string[];
  readonly hostIp?: string;
  readonly hostNetwork?: boolean;
  readonly phase?: string;
}

const pod = (name: string, options: PodOptions = {}) => yaml`
  ---
  apiVersion: v1
  kind: Pod
  metadata: {name: ${name}, namespace: ${options.namespace ?? 'shop'}, labels: ${options.labels ?? `{app: ${name}}`}}
  spec:
    hostNetwork: ${String(options.hostNetwork ?? false)}
    containers: [{name: main, image: main, ports: ${options.ports ?? '[]'}}]
  status:
    phase: ${options.phase ?? 'Running'}
    hostIP: ${options.hostIp ?? 'null'}
    podIP: ${JSON.stringify(options.ip ?? null)}
    podIPs: ${JSON.stringify((options.ips ?? []).map((ip) => ({ ip })))}
`;

const deployment = (name: string, replicas = 2, podSpec = '') => yaml`
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: ${name}, namespace: shop}
  spec:
    replicas: ${replicas}
    selector: {matchLabels: {app: ${name}}}
    template:
      metadata: {labels: {app: ${name}}}
      spec: {containers: [{name: main, image: main}], ${podSpec}}
`;

let policyCount = 0;
const policy = (spec: string, inNamespace = 'shop') => yaml`
  ---
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: policy-${(policyCount += 1)}, namespace: ${inNamespace}}
  spec: ${spec}
`;

const denyIngress = (app: string) => policy(`{podSelector: {matchLabels: {app: ${app}}}, policyTypes: [Ingress]}`);
const onlyIngress = (app: string, rule: string) =>
  policy(`{podSelector: {matchLabels: {app: ${app}}}, policyTypes: [Ingress], ingress: [${rule}]}`);
const onlyEgress = (app: string, rule: string) =>
  policy(`{podSelector: {matchLabels: {app: ${app}}}, policyTypes: [Egress], egress: [${rule}]}`);

const shop = (...pods: string[]) => [namespace('shop'), ...pods.map((name) => pod(name))].join('');

const locate = (connectivity: Connectivity, name: string): EndpointRef => {
  const found = findEndpoints(connectivity, /^[0-9]|:/.test(name) ? name : name.includes('/') ? name : `shop/${name}`);
  if (!found.ok) throw new Error(`${name}: ${found.reason} ${found.candidates.join()}`);
  if (found.node.type !== 'workload') return found.node;
  return { type: 'pod', index: connectivity.cluster.workloads[found.node.index]!.pods[0]! };
};

const flow = (connectivity: Connectivity, from: string, to: string): string =>
  formatPortSet(connectivity.flow(locate(connectivity, from), locate(connectivity, to)).ports);

const reaches = (connectivity: Connectivity, from: string, to: string): boolean =>
  !isEmptyPortSet(connectivity.flow(locate(connectivity, from), locate(connectivity, to)).ports);

/** The workload-level flow between two workloads of the shop, as words. */
const workloadFlow = (connectivity: Connectivity, from: string, to: string): string => {
  const { workloads } = connectivity.cluster;
  const found = connectivity
    .workloadFlows()
    .find(
      (row) =>
        row.from.type === 'workload' &&
        row.to.type === 'workload' &&
        workloads[row.from.index]?.name === from &&
        workloads[row.to.index]?.name === to,
    );
  if (found === undefined) return 'nothing';
  const partial = isEmptyPortSet(found.partial) ? '' : `, some ${formatPortSet(found.partial)}`;
  return `${formatPortSet(found.ports)}${partial} (${found.allowedBy})`;
};

describe('isolation', () => {
  it('is by direction: a policy for ingress leaves egress open', () => {
    const connectivity = analyse(shop('web', 'api') + denyIngress('web'));
    expect(flow(connectivity, 'api', 'web')).toBe('no port');
    expect(flow(connectivity, 'web', 'api')).toBe('every port');
    expect([0, 1].map((pod) => connectivity.isolationOf(pod, 'ingress'))).toEqual(['isolated', 'open']);
    expect([0, 1].map((pod) => connectivity.isolationOf(pod, 'egress'))).toEqual(['open', 'open']);
  });

  it('does not touch pods that no policy selects', () => {
    const connectivity = analyse(shop('web', 'api', 'db') + denyIngress('web'));
    expect(flow(connectivity, 'api', 'db')).toBe('every port');
    expect(flow(connectivity, '192.0.2.1', 'db')).toBe('every port');
    expect(flow(connectivity, 'db', '192.0.2.1')).toBe('every port');
  });

  it('ends at the namespace of the policy', () => {
    const connectivity = analyse(
      shop('web', 'api') + namespace('other') + pod('web', { namespace: 'other' }) + policy('{}'),
    );
    expect(reaches(connectivity, 'api', 'web')).toBe(false);
    expect(reaches(connectivity, 'api', 'other/web')).toBe(true);
  });

  it('needs both ends to admit: egress at the source, ingress at the destination, on the same port', () => {
    const both = analyse(
      shop('web', 'api') +
        onlyEgress('web', '{ports: [{port: 80, endPort: 90}]}') +
        onlyIngress('api', '{ports: [{port: 85, endPort: 95}]}'),
    );
    expect(flow(both, 'web', 'api')).toBe('TCP 85-90');
    const disjoint = analyse(
      shop('web', 'api') + onlyEgress('web', '{ports: [{port: 80}]}') + onlyIngress('api', '{ports: [{port: 81}]}'),
    );
    expect(flow(disjoint, 'web', 'api')).toBe('no port');
  });

  it('lets replies pass: only the end that opens the connection is asked', () => {
    const connectivity = analyse(
      shop('web', 'api') + onlyIngress('api', '{from: [{podSelector: {}}]}') + denyIngress('web'),
    );
    expect(reaches(connectivity, 'web', 'api')).toBe(true);
    expect(reaches(connectivity, 'api', 'web')).toBe(false);
  });

  it('never cuts a pod off from itself', () => {
    const connectivity = analyse(shop('web') + policy('{policyTypes: [Ingress, Egress]}'));
    expect(flow(connectivity, 'web', 'web')).toBe('every port');
  });

  it('says what each end admits on its own', () => {
    const connectivity = analyse(shop('web', 'api') + onlyIngress('api', '{ports: [{port: 80}]}'));
    const [web, api] = [locate(connectivity, 'web'), locate(connectivity, 'api')];
    expect(formatPortSet(connectivity.admitted('egress', web, api).ports)).toBe('every port');
    expect(formatPortSet(connectivity.admitted('ingress', web, api).ports)).toBe('TCP 80');
  });
});

describe('rules', () => {
  it('add up, over all rules of all policies that isolate the pod', () => {
    const connectivity = analyse(
      shop('web', 'api') +
        onlyIngress('api', '{ports: [{port: 80}]}, {ports: [{port: 81}]}') +
        onlyIngress('api', '{ports: [{port: 90, protocol: UDP}]}') +
        denyIngress('api'),
    );
    expect(flow(connectivity, 'web', 'api')).toBe('TCP 80-81 · UDP 90');
  });

  it('of a policy that does not isolate the direction do not count', () => {
    const connectivity = analyse(
      shop('web', 'api') + denyIngress('api') + policy('{policyTypes: [Egress], ingress: [{}], egress: [{}]}'),
    );
    expect(flow(connectivity, 'web', 'api')).toBe('no port');
  });

  it('without rules, or with an empty list, allow nothing', () => {
    for (const ingress of ['', ', ingress: []', ', ingress: null']) {
      const connectivity = analyse(shop('web', 'api') + policy(`{policyTypes: [Ingress]${ingress}}`));
      expect(flow(connectivity, 'web', 'api')).toBe('no port');
      expect(flow(connectivity, '192.0.2.1', 'api')).toBe('no port');
    }
  });

  it('that are empty allow every peer, in and out of the cluster, on every port', () => {
    const connectivity = analyse(shop('web', 'api') + policy('{policyTypes: [Ingress], ingress: [{}]}'));
    expect(flow(connectivity, 'web', 'api')).toBe('every port');
    expect(flow(connectivity, '2001:db8::1', 'api')).toBe('every port');
    expect(workloadFlow(connectivity, 'web', 'api')).toBe('every port (rule)');
  });

  it('join their peers and their ports by AND', () => {
    const connectivity = analyse(
      shop('web', 'api', 'db') +
        onlyIngress('db', '{from: [{podSelector: {matchLabels: {app: api}}}], ports: [{port: 5432}]}'),
    );
    expect(flow(connectivity, 'api', 'db')).toBe('TCP 5432');
    expect(flow(connectivity, 'web', 'db')).toBe('no port');
  });
});

describe('peers', () => {
  const world =
    shop('web', 'api') +
    namespace('front', '{team: a}') +
    pod('web', { namespace: 'front' }) +
    pod('job', { namespace: 'front' }) +
    namespace('back', '{team: b}') +
    pod('web', { namespace: 'back' });
  const allowed = (from: string) => {
    const connectivity = analyse(world + onlyIngress('api', `{from: [${from}]}`));
    return ['web', 'front/web', 'front/job', 'back/web', '10.0.0.1'].filter((source) =>
      reaches(connectivity, source, 'api'),
    );
  };

  it('by podSelector alone are of the own namespace', () => {
    expect(allowed('{podSelector: {}}')).toEqual(['web']);
    expect(allowed('{podSelector: {matchLabels: {app: web}}}')).toEqual(['web']);
  });

  it('by namespaceSelector alone are all pods of the namespaces it matches', () => {
    expect(allowed('{namespaceSelector: {matchLabels: {team: a}}}')).toEqual(['front/web', 'front/job']);
    expect(allowed('{namespaceSelector: {}}')).toEqual(['web', 'front/web', 'front/job', 'back/web']);
  });

  it('by both in one item meet both; in two items, either', () => {
    expect(allowed('{namespaceSelector: {matchLabels: {team: a}}, podSelector: {matchLabels: {app: web}}}')).toEqual([
      'front/web',
    ]);
    expect(allowed('{namespaceSelector: {matchLabels: {team: a}}}, {podSelector: {matchLabels: {app: web}}}')).toEqual([
      'web',
      'front/web',
      'front/job',
    ]);
  });

  it('may name a namespace by the label that every namespace carries', () => {
    expect(allowed('{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: back}}}')).toEqual(['back/web']);
    const undescribed = analyse(
      shop('api') +
        pod('web', { namespace: 'undescribed' }) +
        onlyIngress('api', '{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: undescribed}}}]}'),
    );
    expect(reaches(undescribed, 'undescribed/web', 'api')).toBe(true);
  });

  it('by NotIn on namespaces include those without the label', () => {
    expect(allowed('{namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [a]}]}}')).toEqual([
      'web',
      'back/web',
    ]);
  });

  it('by ipBlock are no pods whose address is unknown, and addresses outside', () => {
    expect(allowed('{ipBlock: {cidr: 0.0.0.0/0}}')).toEqual(['10.0.0.1']);
    expect(allowed('{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/24]}}')).toEqual([]);
  });

  it('missing or empty mean everyone', () => {
    expect(allowed('').length).toBe(5);
  });
});

describe('an ipBlock', () => {
  const web = pod('web', { ip: '10.1.0.5' });
  const dual = pod('dual', { ip: '10.1.0.6', ips: ['10.1.0.6', 'fd00::6'] });

  it('takes in the pods whose address is in it', () => {
    const connectivity = analyse(
      shop('api') + web + dual + onlyEgress('api', '{to: [{ipBlock: {cidr: 10.1.0.5/32}}], ports: [{port: 80}]}'),
    );
    expect(flow(connectivity, 'api', 'web')).toBe('TCP 80');
    expect(flow(connectivity, 'api', 'dual')).toBe('no port');
    expect(flow(connectivity, 'api', '10.1.0.5')).toBe('TCP 80');
  });

  it('takes in a pod of two families by either address', () => {
    for (const [cidr, expected] of [
      ['10.1.0.0/16', true],
      ['fd00::/64', true],
      ['fd00:1::/64', false],
    ] as const) {
      const connectivity = analyse(shop('api') + dual + onlyIngress('api', `{from: [{ipBlock: {cidr: '${cidr}'}}]}`));
      expect(reaches(connectivity, 'dual', 'api')).toBe(expected);
    }
  });

  it('does not take in its excepts', () => {
    const connectivity = analyse(
      shop('api') + web + onlyEgress('api', '{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}'),
    );
    expect(reaches(connectivity, 'api', 'web')).toBe(false);
    expect(reaches(connectivity, 'api', '10.2.0.1')).toBe(true);
    expect(reaches(connectivity, 'api', '10.1.0.1')).toBe(false);
    expect(reaches(connectivity, 'api', '11.0.0.1')).toBe(false);
  });

  it('of one family says nothing about the other', () => {
    const connectivity = analyse(shop('api') + onlyEgress('api', '{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}'));
    expect(reaches(connectivity, 'api', '192.0.2.1')).toBe(true);
    expect(reaches(connectivity, 'api', '2001:db8::1')).toBe(false);
  });

  it('does not lend its excepts to another block of the same cidr', () => {
    const connectivity = analyse(
      shop('api') +
        onlyEgress('api', '{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}], ports: [{port: 80}]}') +
        onlyEgress('api', '{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.2.0.0/16]}}], ports: [{port: 81}]}'),
    );
    expect(flow(connectivity, 'api', '10.0.0.1')).toBe('TCP 80-81');
    expect(flow(connectivity, 'api', '10.1.0.1')).toBe('TCP 81');
    expect(flow(connectivity, 'api', '10.2.0.1')).toBe('TCP 80');
  });
});

describe('ports', () => {
  const admitted = (ports: string, containerPorts = '[]') =>
    flow(
      analyse(shop('web') + pod('api', { ports: containerPorts }) + onlyIngress('api', `{ports: [${ports}]}`)),
      'web',
      'api',
    );

  it('count by protocol, number, range and all of a protocol', () => {
    expect(admitted('{port: 80}')).toBe('TCP 80');
    expect(admitted('{port: 53, protocol: UDP}, {port: 53}')).toBe('TCP 53 · UDP 53');
    expect(admitted('{port: 8000, endPort: 8100}')).toBe('TCP 8000-8100');
    expect(admitted('{protocol: SCTP}')).toBe('every SCTP port');
    expect(admitted('{protocol: UDP}, {protocol: TCP}, {protocol: SCTP}')).toBe('every port');
  });

  it('by name are what the destination pod calls so, for the same protocol', () => {
    const http = '[{name: http, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]';
    expect(admitted('{port: http}', http)).toBe('TCP 8080');
    expect(admitted('{port: dns, protocol: UDP}', http)).toBe('UDP 53');
    expect(admitted('{port: dns}', http)).toBe('no port');
    expect(admitted('{port: unknown}', http)).toBe('no port');
  });

  it('by name differ among the pods that one policy selects', () => {
    const connectivity = analyse(
      shop('web') +
        pod('blue', { ports: '[{name: http, containerPort: 8080}]' }) +
        pod('green', { ports: '[{name: http, containerPort: 9090}]' }) +
        policy('{policyTypes: [Ingress], ingress: [{ports: [{port: http}]}]}'),
    );
    expect(flow(connectivity, 'web', 'blue')).toBe('TCP 8080');
    expect(flow(connectivity, 'web', 'green')).toBe('TCP 9090');
  });

  it('by name differ from pod to pod, in egress rules too', () => {
    const connectivity = analyse(
      shop('web') +
        pod('blue', { ports: '[{name: http, containerPort: 8080}]' }) +
        pod('green', { ports: '[{name: http, containerPort: 9090}, {name: http, containerPort: 53, protocol: UDP}]' }) +
        onlyEgress('web', '{ports: [{port: http}]}'),
    );
    expect(flow(connectivity, 'web', 'blue')).toBe('TCP 8080');
    expect(flow(connectivity, 'web', 'green')).toBe('TCP 9090');
  });

  it('by name are nothing outside the cluster', () => {
    const connectivity = analyse(shop('web') + onlyEgress('web', '{ports: [{port: http}, {port: 443}]}'));
    expect(flow(connectivity, 'web', '192.0.2.1')).toBe('TCP 443');
  });

  it('of one name in several containers are all of them', () => {
    const connectivity = analyse(
      shop('web') +
        yaml`
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: api, namespace: shop, labels: {app: api}}
          spec:
            initContainers: [{name: sidecar, image: s, restartPolicy: Always, ports: [{name: metrics, containerPort: 9101}]}]
            containers:
              - {name: a, image: a, ports: [{name: metrics, containerPort: 9100}]}
        ` +
        onlyIngress('api', '{ports: [{port: metrics}]}'),
    );
    expect(flow(connectivity, 'web', 'api')).toBe('TCP 9100-9101');
  });
});

describe('a pod on the host network', () => {
  const agent = pod('agent', { hostNetwork: true, ip: '172.16.0.1', hostIp: '172.16.0.1' });
  const near = pod('near', { ip: '10.0.0.1', hostIp: '172.16.0.1' });
  const far = pod('far', { ip: '10.0.0.2', hostIp: '172.16.0.2' });

  it('is never isolated and never a peer by label', () => {
    const connectivity = analyse(
      shop() + agent + far + policy('{policyTypes: [Ingress, Egress], ingress: [{from: [{namespaceSelector: {}}]}]}'),
    );
    expect(connectivity.isolationOf(0, 'ingress')).toBe('open');
    expect(connectivity.isolationOf(0, 'egress')).toBe('open');
    expect(reaches(connectivity, '192.0.2.1', 'agent')).toBe(true);
    expect(reaches(connectivity, 'agent', 'far')).toBe(false);
  });

  it('is a peer by its address and where a rule names no peers', () => {
    const byAddress = analyse(shop() + agent + far + onlyIngress('far', '{from: [{ipBlock: {cidr: 172.16.0.1/32}}]}'));
    expect(reaches(byAddress, 'agent', 'far')).toBe(true);
    const anyone = analyse(shop() + agent + far + onlyIngress('far', '{ports: [{port: 80}]}'));
    expect(flow(anyone, 'agent', 'far')).toBe('TCP 80');
  });

  it('reaches the pods of its node and is reached by them, whatever policies say', () => {
    const connectivity = analyse(shop() + agent + near + far + policy('{policyTypes: [Ingress, Egress]}'));
    expect(flow(connectivity, 'agent', 'near')).toBe('every port');
    expect(flow(connectivity, 'near', 'agent')).toBe('every port');
    expect(flow(connectivity, 'agent', 'far')).toBe('no port');
    expect(flow(connectivity, 'far', 'agent')).toBe('no port');
    expect(flow(connectivity, 'near', 'far')).toBe('no port');
    expect(workloadFlow(connectivity, 'agent', 'near')).toBe('every port (default)');
  });

  it('is nowhere in particular when the import does not say where', () => {
    const connectivity = analyse(
      shop('web') + pod('agent', { hostNetwork: true }) + policy('{policyTypes: [Ingress]}'),
    );
    expect(reaches(connectivity, 'agent', 'web')).toBe(false);
  });
});

describe('a pod that has completed', () => {
  it('is not there', () => {
    const connectivity = analyse(
      shop('web') + pod('done', { phase: 'Succeeded' }) + pod('failed', { phase: 'Failed' }),
    );
    expect(connectivity.cluster.pods.map(({ name }) => name)).toEqual(['web']);
  });
});

describe('the flow of a workload', () => {
  const owned = (name: string, owner: string, labels: string, more: PodOptions = {}) =>
    pod(name, { labels, ...more }).replace(
      `{name: ${name},`,
      `{name: ${name}, ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: ${owner}, uid: u, controller: true}],`,
    );

  it('has the ports of all pairs of its pods, and apart from them those of some, in whatever order they come', () => {
    const first = owned('web-0', 'web', '{app: web, canary: "true"}');
    const second = owned('web-1', 'web', '{app: web}');
    const rules =
      '{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}, ' +
      '{from: [{podSelector: {matchLabels: {canary: "true"}}}], ports: [{port: 81}]}';
    for (const pods of [first + second, second + first]) {
      const connectivity = analyse(shop('api') + pods + onlyIngress('api', rules));
      expect(workloadFlow(connectivity, 'web', 'api')).toBe('TCP 80, some TCP 81 (rule)');
    }
  });

  it('to itself leaves out each pod and itself', () => {
    const connectivity = analyse(
      shop() +
        owned('web-0', 'web', '{app: web, role: first}') +
        owned('web-1', 'web', '{app: web, role: second}') +
        policy(
          '{podSelector: {matchLabels: {role: second}}, ' +
            'ingress: [{from: [{podSelector: {matchLabels: {role: first}}}], ports: [{protocol: TCP}]}]}',
        ),
    );
    expect(workloadFlow(connectivity, 'web', 'web')).toBe(
      'every TCP port, some every UDP port · every SCTP port (rule)',
    );
  });

  it('to itself is made of pairs of different pods', () => {
    const connectivity = analyse(
      shop() +
        owned('web-0', 'web', '{app: web, role: first}') +
        owned('web-1', 'web', '{app: web, role: second}') +
        policy(
          '{policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {role: first}}}], ports: [{port: 80}]}]}',
        ),
    );
    expect(workloadFlow(connectivity, 'web', 'web')).toBe('no port, some TCP 80 (rule)');
  });

  it('to itself takes a second pod like the one that is known', () => {
    const closed = analyse(namespace('shop') + deployment('web') + policy('{policyTypes: [Ingress]}'));
    expect(workloadFlow(closed, 'web', 'web')).toBe('nothing');
    const open = analyse(namespace('shop') + deployment('web'));
    expect(workloadFlow(open, 'web', 'web')).toBe('every port (default)');
    const single = analyse(
      shop() +
        owned('web-0', 'web', '{app: web}') +
        onlyIngress('web', '{from: [{podSelector: {}}], ports: [{port: 80}]}'),
    );
    expect(workloadFlow(single, 'web', 'web')).toBe('TCP 80 (rule)');
    expect(formatPortSet(single.flowToReplica(0).ports)).toBe('TCP 80');
  });

  it('does not exist from a bare pod to itself', () => {
    expect(workloadFlow(analyse(shop('web')), 'web', 'web')).toBe('nothing');
  });

  it('is open by default only while neither end is isolated', () => {
    const connectivity = analyse(shop('web', 'api', 'db') + onlyEgress('web', '{}'));
    expect(workloadFlow(connectivity, 'api', 'db')).toBe('every port (default)');
    expect(workloadFlow(connectivity, 'web', 'db')).toBe('every port (rule)');
  });

  it('counts pods on one node with a pod of the host network as some pairs', () => {
    const connectivity = analyse(
      shop() +
        pod('agent', { hostNetwork: true, ip: '172.16.0.1', hostIp: '172.16.0.1' }) +
        owned('web-0', 'web', '{app: web}', { hostIp: '172.16.0.1' }) +
        owned('web-1', 'web', '{app: web}', { hostIp: '172.16.0.2' }) +
        onlyIngress('web', '{ports: [{port: 80}]}'),
    );
    expect(workloadFlow(connectivity, 'agent', 'web')).toBe(
      'TCP 80, some TCP 1-79, 81-65535 · every UDP port · every SCTP port (rule)',
    );
  });

  it('is listed by from, then to, workloads before external addresses', () => {
    const connectivity = analyse(shop('b', 'a'));
    expect(
      connectivity.workloadFlows().map(({ from, to }) => `${from.type} ${from.index} ${to.type} ${to.index}`),
    ).toEqual([
      'workload 0 workload 1',
      'workload 0 external 0',
      'workload 1 workload 0',
      'workload 1 external 0',
      'external 0 workload 0',
      'external 0 workload 1',
    ]);
  });
});
