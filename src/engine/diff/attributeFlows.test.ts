import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { computeDiff } from './computeDiff.ts';

const pod = (name: string, hostNetwork: boolean, places: string): string => `
apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: blue
  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, controller: true}]
spec:
  hostNetwork: ${hostNetwork}
  containers: [{name: main, image: main}]
status: {phase: Running, ${places}}
---`;

const policy = (egress: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: limits, namespace: blue}
spec: {podSelector: {}, policyTypes: [Ingress, Egress], egress: ${egress}}
`;

const listCauseTypes = (pods: string, before: string, after: string) => {
  const [old, now] = [before, after].map((text) =>
    analyseFiles([{ path: 'all.yaml', text: pods + text }], { assumeComplete: true }),
  );
  return computeDiff(old!, now!).causes.map(({ cause }) => cause.type);
};

describe('a workload with pods on the host network and pods that are not', () => {
  it('gains a flow to itself because of the policy that changed', () => {
    const pods = pod('web-a', true, 'podIP: 10.9.0.1') + pod('web-c', false, 'podIP: 10.0.0.5');
    const toPods = policy('[{to: [{namespaceSelector: {}, podSelector: {}}], ports: [{protocol: UDP, port: 81}]}]');
    const toAll = policy('[{ports: [{protocol: UDP, port: 81}]}]');
    expect(listCauseTypes(pods, toPods, toAll)).toEqual(['policy']);
  });
});
