import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ApiNetworkPolicy, ApiObject, Labels } from '../ApiObject.ts';
import type { OracleCase, OracleVerdict } from './OracleCase.ts';

interface CyclonusFile {
  cases: {
    description: string;
    steps: {
      namespaces: Record<string, Labels>;
      pods: {
        ns: string;
        name: string;
        ip: string;
        labels: Labels;
        ports: { name: string; port: number; proto: string }[];
      }[];
      policies: ApiNetworkPolicy[];
      /** Pods as `namespace/name`, in the order of the matrix. */
      order: string[];
      /** By `protocol/port`: a row of `A` or `D` for each source. */
      matrix: Record<string, { all: string[] }>;
    }[];
  }[];
}

/** Reads `oracles/cyclonus.json.gz`: the cases of the cyclonus generator, one oracle case for each of their steps. */
export const readCyclonusCases = (path: string): OracleCase[] => {
  const file = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as CyclonusFile;
  return file.cases.flatMap(({ description, steps }) =>
    steps.map((step, index): OracleCase => {
      const objects: ApiObject[] = [
        ...Object.entries(step.namespaces).map(([name, labels]): ApiObject => ({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name, labels },
        })),
        ...step.pods.map(({ ns, name, ip, labels, ports }): ApiObject => ({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name, namespace: ns, labels },
          spec: {
            containers: ports.map((port) => ({
              name: port.name,
              image: 'agnhost',
              ports: [{ name: port.name, containerPort: port.port, protocol: port.proto }],
            })),
          },
          status: { phase: 'Running', podIP: ip },
        })),
        ...step.policies,
      ];
      const verdicts = Object.entries(step.matrix).flatMap(([key, { all }]) => {
        const [protocol = '', port = ''] = key.split('/');
        return step.order.flatMap((from, row) =>
          step.order.map((to, column): OracleVerdict => {
            return { from, to, protocol, port: Number(port), allowed: all[row]?.[column] === 'A' };
          }),
        );
      });
      return {
        title: steps.length > 1 ? `${description}, step ${index + 1}` : description,
        objects,
        verdicts: verdicts.filter(({ from, to }) => from !== to),
      };
    }),
  );
};
