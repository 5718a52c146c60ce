import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import {
  diffPeerFlows,
  readPeerFlows,
  toPeerFlows,
  toPeerName,
  type PeerDifference,
} from '../../testing/oracles/peerFlows.ts';
import { readFolder } from '../../testing/oracles/readFolder.ts';
import { findShared, skipNote } from '../../testing/oracles/sharedFolder.ts';
import type { Pod } from '../cluster/Cluster.ts';
import type { Connectivity } from './Connectivity.ts';

/** A difference that we mean; docs/semantics/kubernetes.md says why. It fails the test when it no longer occurs. */
interface KnownDifference {
  reason: string;
  explains: (difference: PeerDifference, connectivity: Connectivity) => boolean;
}

/** A folder of manifests and what np-guard says about it, both below `../shared/corpus`. */
interface NpGuardCase {
  manifests: string;
  expected: string;
  known?: KnownDifference[];
  /** The expectation lists the flows of this workload only. */
  focus?: string;
}

const podsOf = (name: string, { cluster }: Connectivity): Pod[] =>
  cluster.workloads
    .filter((workload) => toPeerName(workload) === name)
    .flatMap(({ pods }) => pods)
    .flatMap((index) => cluster.pods[index] ?? []);

const completedPods: KnownDifference = {
  reason: 'np-guard counts pods that have completed',
  explains: ({ from, to, found }, connectivity) =>
    found === 'none' && [from, to].some((name) => name.endsWith('[Job]') && podsOf(name, connectivity).length === 0),
};

const hostNetworkPods: KnownDifference = {
  reason: 'network-config-analyzer lets policies select hostNetwork pods',
  explains: ({ to, found }, connectivity) =>
    found === 'All Connections' && podsOf(to, connectivity).some(({ hostNetwork }) => hostNetwork),
};

const nodesOfPods: KnownDifference = {
  reason: 'network-config-analyzer does not let the traffic of a node pass to the pods on it',
  explains: ({ from, to, found }, connectivity) =>
    found.endsWith('All Connections') &&
    podsOf(from, connectivity).some((source) =>
      podsOf(to, connectivity).some((target) => source.hostNetwork && source.hostIp === target.hostIp),
    ),
};

const simulatedDns: KnownDifference = {
  reason: 'network-config-analyzer adds a DNS pod of its own to the cluster',
  explains: ({ from, to }) => [from, to].includes('kube-system/kube-dns-livesim[Pod]'),
};

const acs = (name: string): NpGuardCase => ({
  manifests: `npguard-acs/tests/${name}`,
  expected: `npguard-acs/_expected/${name}_connlist_output.txt`,
});

const dump = (name: string, known: KnownDifference[] = []): NpGuardCase => ({
  manifests: `npguard-dumps/tests/${name}`,
  expected: `npguard-dumps/_expected/${name}_connlist_output.txt`,
  known,
});

const acsFocus = (output: string, focus: string): NpGuardCase => ({
  ...acs('acs-security-demos-added-workloads'),
  expected: `npguard-acs/_expected/acs-security-demos-added-workloads_focus_workload_${output}_connlist_output.txt`,
  focus,
});

const analyzer = (name: string, output: string, known: KnownDifference[]): NpGuardCase => ({
  manifests: `nca-calico/k8s_testcases/example_policies/${name}`,
  expected: `nca-calico/k8s_testcases/expected_output/${output}.txt`,
  known,
});

const cases: NpGuardCase[] = [
  acs('acs-security-demos'),
  acs('acs-security-demos-with-netpol-list'),
  acs('acs_security_frontend_demos'),
  acsFocus('backend_recommendation', 'backend/recommendation[Deployment]'),
  acsFocus('frontend_asset-cache', 'frontend/asset-cache[Deployment]'),
  dump('core_pods_without_host_ip'),
  dump('minikube_resources', [completedPods]),
  dump('multiple_topology_resources_4'),
  dump('onlineboutique'),
  dump('onlineboutique_workloads'),
  { ...dump('k8s_ingress_test_new'), expected: 'npguard-dumps/_expected/k8s_ingress_test_new_exposure_output.txt' },
  analyzer('ipblockstest', 'ipblocktest-conn-graph-no-fw-rules', [hostNetworkPods, nodesOfPods]),
  analyzer('onlineboutique-test-connectivity-wo-fw-rules', 'onlineboutique-conn-graph-no-fw-rules', [simulatedDns]),
];

describe('the flows between workloads are those that np-guard expects', () => {
  for (const { manifests, expected, known = [], focus } of cases) {
    const folder = findShared(`corpus/${manifests}`);
    const output = findShared(`corpus/${expected}`);
    it.skipIf(!folder || !output)(
      `for ${manifests}${focus ? `, ${focus}` : ''}${skipNote(`corpus/${manifests}`, folder)}`,
      () => {
        const files = readFolder(folder ?? '', { except: ['connlist_output.json'] });
        const { connectivity } = analyseFiles(files);
        const wanted = readPeerFlows(readFileSync(output ?? '', 'utf8'));
        const flows = toPeerFlows(connectivity).filter(({ from, to }) => !focus || from === focus || to === focus);
        const differences = diffPeerFlows(wanted, flows);
        const unexplained = differences.filter(
          (difference) => !known.some(({ explains }) => explains(difference, connectivity)),
        );
        expect(unexplained).toEqual([]);
        for (const { reason, explains } of known) {
          expect(
            differences.some((difference) => explains(difference, connectivity)),
            reason,
          ).toBe(true);
        }
      },
    );
  }
});
