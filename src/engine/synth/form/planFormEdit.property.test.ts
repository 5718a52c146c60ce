import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToForm, toFormModel, withProtocols } from '../../../testing/applyToForm.ts';
import { clusterArbitrary } from '../../../testing/generateCluster.ts';
import { listFormEdits } from '../../../testing/listFormEdits.ts';
import { propertyParameters } from '../../../testing/propertyParameters.ts';
import { applyPlan } from '../../edits/applyPlan.ts';
import { parseManifests } from '../../manifest/parseManifests.ts';
import { toFilePath } from '../../manifest/SourceFile.ts';
import { planFormEdit } from './planFormEdit.ts';
import { readPolicyForm } from './readPolicyForm.ts';

const refusals = [
  'NAME_TAKEN',
  'NOTHING_TO_CHANGE',
  'WOULD_OPEN',
  'LAST_TYPE',
  'KEY_TAKEN',
  'BAD_CIDR',
  'NO_VALUES',
  'BAD_PORT',
  'NO_PORTS',
];

describe('edits of a form over generated policies', () => {
  it('leave the form as the fields alone say, and undo gives the bytes back', { timeout: 60_000 }, () => {
    const tried = new Map<string, number>();
    const check = ({
      cluster,
      picks,
    }: {
      cluster: { files: { path: string; text: string }[] };
      picks: number[];
    }): void => {
      const files = cluster.files.map(({ path, text }) => ({ path: toFilePath(path), text }));
      let manifests = parseManifests(files);
      for (const pick of picks) {
        const policies = manifests.policies;
        const policy = policies[pick % Math.max(policies.length, 1)];
        const form = policy ? readPolicyForm(manifests, policy.id) : null;
        if (!policy || !form) return;
        const edits = listFormEdits(form);
        const edit = edits[pick % edits.length]!;
        const planned = planFormEdit(manifests, policy.id, edit);
        if (!planned.ok) {
          expect(
            refusals,
            JSON.stringify(edit) +
              manifests.files
                .map(({ source }) => source.text.slice(policy.source.range.start, policy.source.range.end))
                .join('\n'),
          ).toContain(planned.reason);
          continue;
        }
        tried.set(edit.type, (tried.get(edit.type) ?? 0) + 1);
        const texts = new Map(manifests.files.map(({ source }) => [source.path, source.text]));
        const applied = applyPlan(texts, planned.plan);
        if (!applied.ok) throw new Error('the plan fits');
        const back = applyPlan(applied.files, applied.inverse);
        expect(back.ok && back.files).toEqual(texts);
        manifests = parseManifests([...applied.files].map(([path, text]) => ({ path, text })));
        const id = edit.type === 'setName' ? policy.id.replace(/[^/]*$/, edit.name) : policy.id;
        const after = readPolicyForm(manifests, id as typeof policy.id);
        expect(after && withProtocols(toFormModel(after))).toEqual(withProtocols(applyToForm(toFormModel(form), edit)));
      }
    };
    const scenario = fc.record({
      cluster: clusterArbitrary,
      picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(fc.property(scenario, check), propertyParameters(200));
    expect([...tried.keys()].sort().length).toBeGreaterThan(13);
  });
});
