import { describe, expect, it } from 'vitest';
import { expectOnlyIntended } from '../../testing/expectOnlyIntended.ts';
import { readFolder } from '../../testing/oracles/readFolder.ts';
import { corpusClient, corpusStranger, corpusSubject, workloadsFor } from '../../testing/corpusWorkloads.ts';
import { findShared, skipNote } from '../../testing/oracles/sharedFolder.ts';
import { atMost, createCorpusTally, thin } from '../../testing/wholeCorpus.ts';
import { readCluster } from '../cluster/readCluster.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath, type FilePath, type SourceFile } from '../manifest/SourceFile.ts';
import type { Policy } from '../policy/PolicyRule.ts';
import { readPolicies } from '../policy/readPolicies.ts';
import type { Intent } from './Intent.ts';
import { planAllow } from './planAllow.ts';
import { planDeny } from './planDeny.ts';
import { listPolicies, type PlanningBase } from './PlanningBase.ts';
import { proposeEdits } from './proposeEdits.ts';

const corpus = findShared('corpus');
const policiesPerFile = atMost(1, 20);
const largestFile = 300_000;

const read = (files: readonly SourceFile[], previous?: PlanningBase): PlanningBase => {
  const manifests = parseManifests(files, previous?.manifests);
  const connectivity = computeConnectivity(readCluster(manifests), readPolicies(manifests).tiers, {
    assumeComplete: true,
  });
  return { manifests, connectivity };
};

const textsOf = ({ manifests }: PlanningBase): Map<FilePath, string> =>
  new Map(manifests.files.map(({ source }) => [source.path, source.text]));

const intentsFor = ({ namespace }: Policy): readonly { from: string; to: string }[] => {
  const subject = corpusSubject(namespace);
  const client = corpusClient(namespace);
  const stranger = corpusStranger;
  return [
    { from: client, to: subject },
    { from: stranger, to: subject },
    { from: subject, to: stranger },
    { from: subject, to: client },
  ];
};

const hasPolicy = ({ objects }: ManifestDocument): boolean => objects.some(({ type }) => type === 'policy');

const tally = createCorpusTally('allow and deny');
const { count } = tally;

const tryIntents = (base: PlanningBase, policy: Policy): void => {
  for (const { from, to } of intentsFor(policy)) {
    const ends = { from: [{ type: 'node' as const, id: from }], to: [{ type: 'node' as const, id: to }] };
    const allow = planAllow(base, { type: 'allow', ...ends, ports: [{ protocol: 'TCP', port: 8080, endPort: null }] });
    count(allow.ok ? 'allowed' : allow.reason);
    const deny = planDeny(base, { type: 'deny', ...ends, ports: [] });
    count(deny.ok ? 'denied' : `deny ${deny.reason}`);
    for (const found of [allow, deny]) {
      if (!found.ok) {
        expect(found.reason).not.toBe('UNVERIFIED');
        continue;
      }
      for (const { plan } of found.candidates) {
        count('edits');
        const applied = applyPlan(textsOf(base), plan);
        if (!applied.ok) throw new Error('the plan fits');
        const back = applyPlan(applied.files, applied.inverse);
        expect(back.ok && back.files).toEqual(textsOf(base));
        const files = [...applied.files].map(([path, text]) => ({ path, text }));
        expectOnlyIntended(base.manifests, parseManifests(files, base.manifests), plan, hasPolicy);
      }
    }
    const first = proposeEdits(base, {
      type: 'allow',
      ...ends,
      ports: [{ protocol: 'TCP', port: 8080, endPort: null }],
    });
    const [best] = first.evaluated;
    if (!best || deny.ok) continue;
    const originals = base.manifests.files.map(({ source }) => source);
    const again: Intent = { type: 'deny', ...ends, ports: [], originals };
    const [removal] = proposeEdits(best.after, again).evaluated;
    if (!removal) throw new Error('can not be taken back');
    const restored = applyPlan(textsOf(best.after), removal.proposal.plan);
    expect(restored.ok && restored.files).toEqual(textsOf(base));
    count('restored');
  }
};

describe.skipIf(corpus === undefined)(`planning over manifests of others${skipNote('corpus', corpus)}`, () => {
  it('changes only the bytes it means to, and undo gives them back', { timeout: atMost(120_000, 3_600_000) }, () => {
    const files = readFolder(corpus!).filter(({ text }) => text.includes('NetworkPolicy') && text.length < largestFile);
    for (const { path, text } of thin(files, 3)) {
      count('files');
      const file = { path: toFilePath(path), text };
      const alone = read([file]);
      for (const policy of listPolicies(alone).slice(0, policiesPerFile)) {
        const base = read([file, workloadsFor(policy)], alone);
        try {
          tryIntents(base, policy);
        } catch (error) {
          throw new Error(`${path} ${policy.id}`, { cause: error });
        }
      }
    }
    expect(tally.of('edits')).toBeGreaterThan(1000);
    expect(tally.of('restored')).toBeGreaterThan(40);
  });
});
