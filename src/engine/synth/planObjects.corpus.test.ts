import { describe, expect, it } from 'vitest';
import { readFolder } from '../../testing/oracles/readFolder.ts';
import { findShared, skipNote } from '../../testing/oracles/sharedFolder.ts';
import { atMost, createCorpusTally, thin } from '../../testing/wholeCorpus.ts';
import { readInTest } from '../../testing/planInTest.ts';
import { tryPlan, type PlanTrial } from '../../testing/tryPlan.ts';
import type { KubernetesObject } from '../manifest/KubernetesObject.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import type { Intent } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';

const corpus = findShared('corpus');
const largestFile = atMost(200_000, 4_000_000);
const objectsPerFile = atMost(1, 20);

const intentsFor = ({ id, type }: KubernetesObject): readonly Intent[] => [
  { type: 'rename', object: id, name: 'polder-renamed' },
  { type: 'delete', objects: [id] },
  ...(type === 'workload' || type === 'pod' || type === 'namespace'
    ? [
        { type: 'relabel' as const, object: id, set: { polder: 'one' }, remove: [] },
        { type: 'relabel' as const, object: id, set: { polder: 'one', app: 'polder' }, remove: ['tier'] },
      ]
    : []),
];

let last: Intent | null = null;
const tally = createCorpusTally('create, rename, relabel and delete');
const { count } = tally;

const trial: PlanTrial = {
  count,
  mayBeEdited: () => true,
  takesDocuments: (_, { type }) => type === 'delete',
};

const tryIntent = (base: PlanningBase, intent: Intent): void => {
  last = intent;
  tryPlan(base, intent, trial);
};

describe.skipIf(corpus === undefined)(
  `objects of others renamed, relabelled and deleted${skipNote('corpus', corpus)}`,
  () => {
    it('changes only the bytes it means to, and undo gives them back', { timeout: atMost(120_000, 3_600_000) }, () => {
      for (const { path, text } of thin(readFolder(corpus!), 3)) {
        if (text.length > largestFile || !/\.(ya?ml|json)$/.test(path)) continue;
        count('files');
        const base = readInTest([{ path: toFilePath(path), text }]);
        const objects = base.manifests.objects.filter(({ type }) => type !== 'other' && type !== 'service');
        try {
          for (const object of objects.slice(0, objectsPerFile)) {
            for (const intent of intentsFor(object)) tryIntent(base, intent);
          }
          const pod = { kind: 'Pod', namespace: 'polder', name: 'new', labels: {}, ports: [] } as const;
          tryIntent(base, { type: 'create', object: pod, file: toFilePath(path) });
        } catch (error) {
          throw new Error(path + ' ' + JSON.stringify(last), { cause: error });
        }
      }
      expect(tally.of('edits')).toBeGreaterThan(1500);
      expect(tally.of('shared here')).toBeGreaterThan(3);
      expect(tally.of('shared here')).toBe(tally.of('shared everywhere'));
    });
  },
);
