import fc from 'fast-check';
import type { ApiObject } from './ApiObject.ts';
import { emitYaml } from './emitYaml.ts';
import { labels } from './generate/labels.ts';
import { maybe, optional } from './generate/optional.ts';
import { barePod, namespaceNames, ownedPods, workload } from './generate/pods.ts';
import { invalidPolicy, policy } from './generate/policies.ts';

export interface GeneratedCluster {
  /** What counts, for the naive evaluator. */
  objects: ApiObject[];
  /** The same as text, and an invalid policy at times, which must change nothing. */
  files: { path: string; text: string }[];
  hasInvalidPolicy: boolean;
}

const namespaceObject = (name: string): fc.Arbitrary<ApiObject | undefined> =>
  maybe(
    optional(labels).map((labels): ApiObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } })),
    3,
  );

const indexed = <T>(make: (index: number) => fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc
    .integer({ min: 0, max: maxLength })
    .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => make(index))));

const styles = ['yaml', 'json-list', 'file-each'] as const;

const emitFiles = (objects: readonly object[], style: (typeof styles)[number]): GeneratedCluster['files'] => {
  switch (style) {
    case 'yaml':
      return [{ path: 'all.yaml', text: objects.map(emitYaml).join('---\n') }];
    case 'json-list':
      return [{ path: 'all.json', text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) }];
    case 'file-each':
      return objects.map((object, index) => {
        return { path: `${index}.json`, text: JSON.stringify(object, null, 2) };
      });
  }
};

/**
 * Small clusters that use every construct of NetworkPolicy: three namespaces, up to nine workloads and six policies over few labels,
 * ports and addresses, so that policies overlap and boundaries touch.
 */
export const clusterArbitrary: fc.Arbitrary<GeneratedCluster> = fc
  .record({
    namespaces: fc.tuple(...namespaceNames.map(namespaceObject)),
    pods: indexed(barePod, 4),
    owned: indexed(ownedPods, 2),
    workloads: indexed(workload, 3),
    policies: indexed(policy, 6),
    invalid: invalidPolicy,
    style: fc.constantFrom(...styles),
    policiesFirst: fc.boolean(),
  })
  .map(({ namespaces, pods, owned, workloads, policies, invalid, style, policiesFirst }) => {
    const members = [...namespaces, ...pods.flat(), ...owned.flat(), ...workloads.flat()].filter(
      (object) => object !== undefined,
    );
    const objects = policiesFirst ? [...policies, ...members] : [...members, ...policies];
    return {
      objects,
      files: emitFiles(invalid ? [invalid, ...objects] : objects, style),
      hasInvalidPolicy: invalid !== undefined,
    };
  });
