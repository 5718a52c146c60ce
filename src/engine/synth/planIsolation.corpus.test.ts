import { describe, expect, it } from 'vitest';
import { corpusClient, corpusSubject, workloadsFor } from '../../testing/corpusWorkloads.ts';
import { readFolder } from '../../testing/oracles/readFolder.ts';
import { findShared, skipNote } from '../../testing/oracles/sharedFolder.ts';
import { atMost, createCorpusTally } from '../../testing/wholeCorpus.ts';
import { readInTest } from '../../testing/planInTest.ts';
import { tryPlan, type PlanTrial } from '../../testing/tryPlan.ts';
import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import type { Policy } from '../policy/PolicyRule.ts';
import type { Intent } from './Intent.ts';
import { listPolicies } from './PlanningBase.ts';

const corpus = findShared('corpus');
const policiesPerFile = atMost(1, 20);
const largestFile = atMost(200_000, 4_000_000);

const tally = createCorpusTally('isolate, open and tidy');
const { count } = tally;

const intentsFor = ({ id, namespace }: Policy): readonly Intent[] => {
  const subject = { type: 'node', id: corpusSubject(namespace) } as const;
  const client = { type: 'node', id: corpusClient(namespace) } as const;
  const whole = { type: 'namespace', name: namespace } as const;
  const both = ['ingress', 'egress'] as const;
  return [
    { type: 'isolate', target: client, directions: both, dns: true, freeze: true },
    { type: 'isolate', target: whole, directions: both, dns: true, freeze: false },
    { type: 'open', target: subject, directions: ['ingress'] },
    { type: 'open', target: subject, directions: both },
    { type: 'open', target: whole, directions: both },
    { type: 'tidy', policy: id },
    { type: 'tidy', policy: null },
  ];
};

const hasPolicy = ({ objects }: ManifestDocument): boolean => objects.some(({ type }) => type === 'policy');

const trial: PlanTrial = {
  count,
  mayBeEdited: hasPolicy,
  // A policy that isolates nothing any more, or that is merged into another, goes as a whole.
  takesDocuments: ({ ways, plan }) =>
    ways.some(({ code }) => code === 'REMOVE_POLICY' || code === 'MERGE_POLICIES') ||
    plan.files.some(({ type }) => type === 'remove'),
};

describe.skipIf(corpus === undefined)(
  `isolating, opening and tidying over manifests of others${skipNote('corpus', corpus)}`,
  () => {
    it('changes only the bytes it means to, and undo gives them back', { timeout: atMost(120_000, 3_600_000) }, () => {
      const files = readFolder(corpus!).filter(
        ({ text }) => text.includes('NetworkPolicy') && text.length < largestFile,
      );
      for (const { path, text } of files) {
        count('files');
        const file = { path: toFilePath(path), text };
        for (const policy of listPolicies(readInTest([file])).slice(0, policiesPerFile)) {
          const base = readInTest([file, workloadsFor(policy)]);
          for (const intent of intentsFor(policy)) {
            try {
              tryPlan(base, intent, trial);
            } catch (error) {
              throw new Error(`${path} ${policy.id} ${JSON.stringify(intent)}`, { cause: error });
            }
          }
        }
      }
      expect(tally.of('edits')).toBeGreaterThan(1000);
    });
  },
);
