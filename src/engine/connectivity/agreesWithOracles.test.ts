import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { emitYaml } from '../../testing/emitYaml.ts';
import type { OracleCase } from '../../testing/oracles/OracleCase.ts';
import { readCyclonusCases } from '../../testing/oracles/readCyclonusCases.ts';
import { readKubernetesCases } from '../../testing/oracles/readKubernetesCases.ts';
import { findShared, skipNote } from '../../testing/oracles/sharedFolder.ts';
import type { Protocol } from '../net/PortSet.ts';
import type { EndpointRef } from './Connectivity.ts';

const describeDisagreements = ({ title, objects, verdicts }: OracleCase): string[] => {
  const { connectivity } = analyseFiles([{ path: 'case.yaml', text: objects.map(emitYaml).join('---\n') }]);
  const refs = new Map(
    connectivity.cluster.pods.map(({ namespace, name, index }): [string, EndpointRef] => [
      `${namespace}/${name}`,
      { type: 'pod', index },
    ]),
  );
  const refTo = (pod: string): EndpointRef => {
    const ref = refs.get(pod);
    if (!ref) throw new Error(`no pod ${pod}`);
    return ref;
  };
  return verdicts
    .filter(({ from, to, protocol, port, allowed }) => {
      const intervals = connectivity.flow(refTo(from), refTo(to)).ports[protocol as Protocol];
      return intervals.some(([first, last]) => port >= first && port <= last) !== allowed;
    })
    .map(({ from, to, protocol, port, allowed }) => `${title}: ${from} → ${to} ${protocol}/${port} is ${allowed}`);
};

describe('connectivity', () => {
  const kubernetes = findShared('oracles/k8s_e2e_netpol.json');
  it.skipIf(!kubernetes)(
    `gives the verdicts of Kubernetes' own end-to-end cases${skipNote('oracles/k8s_e2e_netpol.json', kubernetes)}`,
    () => {
      const cases = readKubernetesCases(kubernetes ?? '');
      expect(cases.flatMap(({ verdicts }) => verdicts)).toHaveLength(506);
      expect(cases.flatMap(describeDisagreements)).toEqual([]);
    },
  );

  const cyclonus = findShared('oracles/cyclonus.json.gz');
  it.skipIf(!cyclonus)(
    `gives the verdicts of cyclonus${skipNote('oracles/cyclonus.json.gz', cyclonus)}`,
    { timeout: 30_000 },
    () => {
      const cases = readCyclonusCases(cyclonus ?? '');
      expect(cases.flatMap(({ verdicts }) => verdicts).length).toBeGreaterThan(70_000);
      expect(cases.flatMap(describeDisagreements)).toEqual([]);
    },
  );
});
