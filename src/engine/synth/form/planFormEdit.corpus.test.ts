import { describe, expect, it } from 'vitest';
import { applyToForm, toFormModel, withProtocols } from '../../../testing/applyToForm.ts';
import { listFormEdits } from '../../../testing/listFormEdits.ts';
import { readFolder } from '../../../testing/oracles/readFolder.ts';
import { findShared, skipNote } from '../../../testing/oracles/sharedFolder.ts';
import { atMost, createCorpusTally } from '../../../testing/wholeCorpus.ts';
import { applyPlan } from '../../edits/applyPlan.ts';
import type { PolicyObject } from '../../manifest/KubernetesObject.ts';
import type { ManifestSet } from '../../manifest/ManifestSet.ts';
import { parseManifests } from '../../manifest/parseManifests.ts';
import { toFilePath } from '../../manifest/SourceFile.ts';
import { planFormEdit } from './planFormEdit.ts';
import type { FormEdit, PolicyForm } from './PolicyForm.ts';
import { readPolicyForm } from './readPolicyForm.ts';

const corpus = findShared('corpus');
const largestFile = atMost(200_000, 4_000_000);
const policiesPerFile = atMost(3, 20);
/** Of the edits of every kind and place of a policy, as many as are tried, spread evenly. */
const editsPerPolicy = atMost(6, 40);

const tally = createCorpusTally('form');
const { count } = tally;

/** Policies of other APIs may have the name and the kind of one. */
const isKubernetes = ({ apiVersion }: PolicyObject): boolean => apiVersion === 'networking.k8s.io/v1';

const spread = <Item>(items: readonly Item[], most: number): readonly Item[] => {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, index) => items[Math.floor(index * step)]!);
};

const comments = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trimStart().startsWith('#'));

/** Everything before and after the policy's own map is the same, and what the fields say is what they should. */
const tryEdit = (manifests: ManifestSet, policy: PolicyObject, form: PolicyForm, edit: FormEdit): void => {
  const planned = planFormEdit(manifests, policy.id, edit);
  count(planned.ok ? 'edits' : planned.reason);
  if (!planned.ok) {
    expect(planned.reason).not.toBe('UNVERIFIED');
    return;
  }
  const texts = new Map(manifests.files.map(({ source }) => [source.path, source.text]));
  const applied = applyPlan(texts, planned.plan);
  if (!applied.ok) throw new Error('the plan fits');
  const back = applyPlan(applied.files, applied.inverse);
  expect(back.ok && back.files).toEqual(texts);
  const { file, range } = policy.source;
  const before = texts.get(file)!;
  const after = applied.files.get(file)!;
  expect(after.startsWith(before.slice(0, range.start))).toBe(true);
  // Comments that end the policy's own block stay there: what is added to its end stands below them.
  const below = before.indexOf('\n', range.end);
  const rest = below === -1 ? '' : before.slice(below).replace(/^(?:\r?\n[ \t]*(?:#[^\n]*)?(?=\r?\n|$))*/, '');
  expect(after.endsWith(rest)).toBe(true);
  const isRemoval = edit.type.startsWith('remove') || edit.type.startsWith('open') || edit.type.startsWith('set');
  if (!isRemoval) expect(comments(after)).toEqual(comments(before));
  const again = parseManifests([...applied.files].map(([path, text]) => ({ path, text })));
  const id = edit.type === 'setName' ? (policy.id.replace(/[^/]*$/, edit.name) as typeof policy.id) : policy.id;
  const read = readPolicyForm(again, id);
  expect(read && withProtocols(toFormModel(read))).toEqual(withProtocols(applyToForm(toFormModel(form), edit)));
};

describe.skipIf(corpus === undefined)(`policies of others edited as a form${skipNote('corpus', corpus)}`, () => {
  it('changes only the bytes it means to, and undo gives them back', { timeout: atMost(120_000, 3_600_000) }, () => {
    for (const { path, text } of readFolder(corpus!)) {
      if (text.length > largestFile || !/\.(ya?ml|json)$/.test(path) || !text.includes('NetworkPolicy')) continue;
      count('files');
      const manifests = parseManifests([{ path: toFilePath(path), text }]);
      for (const policy of manifests.policies.filter(isKubernetes).slice(0, policiesPerFile)) {
        const form = readPolicyForm(manifests, policy.id);
        if (form === null) continue;
        count('policies');
        for (const edit of spread(listFormEdits(form), editsPerPolicy)) {
          try {
            tryEdit(manifests, policy, form, edit);
          } catch (error) {
            throw new Error(`${path} ${policy.id} ${JSON.stringify(edit)}`, { cause: error });
          }
        }
      }
    }
    expect(tally.of('edits')).toBeGreaterThan(1000);
  });
});
