import { readFileSync } from 'node:fs';
import type { ApiNetworkPolicy, ApiObject, Labels } from '../ApiObject.ts';
import type { OracleCase, OracleVerdict } from './OracleCase.ts';

interface KubernetesFile {
  cases: {
    name: string;
    pods: string[];
    podIPs: Record<string, string>;
    steps: {
      policies: ApiNetworkPolicy[];
      /** Added to the labels of a namespace. */
      nsLabels: Record<string, Labels>;
      /** In place of the labels of a pod. */
      podLabels: Record<string, Labels>;
      probes: { port: number; proto: string; expected: Record<string, Record<string, boolean>> }[];
    }[];
  }[];
}

const containers = [80, 81].flatMap((port) =>
  ['TCP', 'UDP', 'SCTP'].map((protocol) => {
    const name = `serve-${port}-${protocol.toLowerCase()}`;
    return { name, image: 'agnhost', ports: [{ name, containerPort: port, protocol }] };
  }),
);

/** Reads `oracles/k8s_e2e_netpol.json`: Kubernetes' own end-to-end cases, one oracle case for each of their steps. */
export const readKubernetesCases = (path: string): OracleCase[] => {
  const file = JSON.parse(readFileSync(path, 'utf8')) as KubernetesFile;
  return file.cases.flatMap(({ name: title, pods, podIPs, steps }) =>
    steps.map((step, index): OracleCase => {
      const namespaces = [...new Set(pods.map((pod) => pod.split('/')[0] ?? ''))];
      const objects: ApiObject[] = [
        ...namespaces.map((name): ApiObject => ({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name, labels: { 'kubernetes.io/metadata.name': name, ...step.nsLabels[name] } },
        })),
        ...pods.map((pod): ApiObject => {
          const [namespace = '', name = ''] = pod.split('/');
          return {
            apiVersion: 'v1',
            kind: 'Pod',
            metadata: { name, namespace, labels: step.podLabels[pod] ?? { pod: name } },
            spec: { containers },
            status: { phase: 'Running', podIP: podIPs[pod] ?? '' },
          };
        }),
        ...step.policies,
      ];
      const verdicts = step.probes.flatMap(({ port, proto: protocol, expected }) =>
        Object.entries(expected).flatMap(([from, row]) =>
          Object.entries(row).map(([to, allowed]): OracleVerdict => ({ from, to, protocol, port, allowed })),
        ),
      );
      return {
        title: steps.length > 1 ? `${title}, step ${index + 1}` : title,
        objects,
        verdicts: verdicts.filter(({ from, to }) => from !== to),
      };
    }),
  );
};
