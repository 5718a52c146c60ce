import { describe, expect, it } from 'vitest';
import { expectOnlyIntended } from '../../testing/expectOnlyIntended.ts';
import { readFolder } from '../../testing/oracles/readFolder.ts';
import { findShared, skipNote } from '../../testing/oracles/sharedFolder.ts';
import { readInTest, textsOf } from '../../testing/planInTest.ts';
import { aliasChoices } from '../edits/AliasChoice.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { KubernetesObject } from '../manifest/KubernetesObject.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import type { Intent } from './Intent.ts';
import { planCreate } from './planCreate.ts';
import { planDelete } from './planDelete.ts';
import { planRelabel } from './planRelabel.ts';
import { planRename } from './planRename.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { Candidates } from './Proposal.ts';

const corpus = findShared('corpus');
const largestFile = 200_000;
const objectsPerFile = 2;

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

const plan = (base: PlanningBase, intent: Intent): Candidates => {
  switch (intent.type) {
    case 'rename':
      return planRename(base, intent);
    case 'delete':
      return planDelete(base, intent);
    case 'relabel':
      return planRelabel(base, intent);
    case 'create':
      return planCreate(base, intent);
    default:
      throw new Error(intent.type);
  }
};

let last: Intent | null = null;
const tally: Record<string, number> = {};
const count = (key: string): void => void (tally[key] = (tally[key] ?? 0) + 1);

/** As `planning` says; a document that goes is no longer compared. */
const tryIntent = (base: PlanningBase, intent: Intent): void => {
  last = intent;
  const found = plan(base, intent);
  count(found.ok ? intent.type : `${intent.type} ${found.reason}`);
  if (!found.ok) {
    expect(found.reason).not.toBe('UNVERIFIED');
    if (found.reason !== 'ALIASED' || base.aliases) return;
    for (const aliases of aliasChoices) tryIntent({ ...base, aliases }, intent);
    return;
  }
  if (base.aliases)
    count(`${base.aliases} ${found.candidates.some(({ plan: { shared } }) => shared) ? 'shared' : 'not shared'}`);
  for (const candidate of found.candidates) {
    count('edits');
    const applied = applyPlan(textsOf(base), candidate.plan);
    if (!applied.ok) throw new Error('the plan fits');
    const back = applyPlan(applied.files, applied.inverse);
    expect(back.ok && back.files).toEqual(textsOf(base));
    if (intent.type === 'delete') continue;
    const files = [...applied.files].map(([path, text]) => ({ path, text }));
    expectOnlyIntended(base.manifests, parseManifests(files, base.manifests), candidate.plan, () => true);
  }
};

describe.skipIf(corpus === undefined)(
  `objects of others renamed, relabelled and deleted${skipNote('corpus', corpus)}`,
  () => {
    it('changes only the bytes it means to, and undo gives them back', { timeout: 120_000 }, () => {
      for (const { path, text } of readFolder(corpus!)) {
        if (text.length > largestFile || !/\.(ya?ml|json)$/.test(path)) continue;
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
      expect(tally['edits']).toBeGreaterThan(3500);
      expect(tally['here shared']).toBe(tally['everywhere shared']);
    });
  },
);
