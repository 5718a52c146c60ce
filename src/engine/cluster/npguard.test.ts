import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { readCluster } from './readCluster.ts';

/** Cluster dumps and np-guard's results for them, kept beside the repository; without them these tests are skipped. */
const dumps = join('..', 'shared', 'corpus', 'npguard-dumps');

const readWorkloads = (folder: string): readonly string[] => {
  const root = join(dumps, 'tests', folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: toFilePath(path), text: readFileSync(path, 'utf8') }));
  return readCluster(parseManifests(files)).workloads.map(({ id }) => id);
};

/** `namespace/name[Kind]` as our ids. */
const readExpected = (file: string): readonly string[] => {
  const text = readFileSync(join(dumps, '_expected', file), 'utf8');
  const ids = [...text.matchAll(/([\w.-]+)\/([\w.-]+)\[(\w+)\]/g)].map(([, ns, name, kind]) => `${ns}/${kind}/${name}`);
  return [...new Set(ids)];
};

describe.skipIf(!existsSync(dumps))('the workloads of a dump are those that np-guard finds', () => {
  it.each([
    ['core_pods_without_host_ip', 'core_pods_without_host_ip_connlist_output.txt', []],
    ['k8s_ingress_test_new', 'k8s_ingress_test_new_exposure_output.txt', []],
    // Their pods are completed; np-guard does not look at that.
    [
      'minikube_resources',
      'minikube_resources_connlist_output.txt',
      ['ingress-nginx/Job/ingress-nginx-admission-create', 'ingress-nginx/Job/ingress-nginx-admission-patch'],
    ],
    ['multiple_topology_resources_4', 'multiple_topology_resources_4_connlist_output.txt', []],
    ['onlineboutique', 'onlineboutique_connlist_output.txt', []],
    ['onlineboutique_workloads', 'onlineboutique_workloads_connlist_output.txt', []],
  ])('%s', (folder, expected, missing) => {
    const found = new Set(readWorkloads(folder));
    expect(
      readExpected(expected)
        .filter((id) => !found.has(id))
        .sort(),
    ).toEqual(missing);
  });
});
