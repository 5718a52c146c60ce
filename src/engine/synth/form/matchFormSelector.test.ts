import { describe, expect, it } from 'vitest';
import { readInTest } from '../../../testing/planInTest.ts';
import { matchFormSelector } from './matchFormSelector.ts';
import type { FormRequirement } from './PolicyForm.ts';

const workload = (namespace: string, name: string, labels: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}${labels}}}
`;

const text = [
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: retail}}\n',
  workload('shop', 'web', ', tier: front'),
  workload('shop', 'api', ''),
  workload('lab', 'web', ''),
  'apiVersion: v1\nkind: Pod\nmetadata: {name: tool, namespace: shop, labels: {tier: front}}\nspec: {hostNetwork: true}\n',
].join('---\n');

const { connectivity } = readInTest([{ path: 'all.yaml', text }], false);
const select = (...requirements: FormRequirement[]) => ({ requirements });
const namesOf = (question: Parameters<typeof matchFormSelector>[1]): readonly string[] =>
  matchFormSelector(connectivity, question).workloads.map(({ namespace, name }) => `${namespace}/${name}`);

describe('what a selector of a form takes in', () => {
  it('is of the own namespace where no other is named', () => {
    const pods = select({ key: 'app', operator: 'In', values: ['web', 'api'] });
    expect(namesOf({ namespace: 'shop', namespaces: null, pods })).toEqual(['shop/web', 'shop/api']);
    expect(namesOf({ namespace: 'lab', namespaces: null, pods })).toEqual(['lab/web']);
    expect(namesOf({ namespace: 'shop', namespaces: select(), pods: select(pods.requirements[0]!) })).toContain(
      'lab/web',
    );
  });

  it('says what is certain, and what the import leaves open', () => {
    const team = select({ key: 'team', operator: 'Equals', values: ['retail'] });
    const found = matchFormSelector(connectivity, { namespace: 'shop', namespaces: team, pods: null });
    expect(found.namespaces).toEqual({ names: ['shop'], count: 1, perhaps: 1 });
    // lab's labels are not in the import; the tool is on the host network.
    expect(found).toMatchObject({ pods: 2, perhaps: 2, workloadCount: 4 });
  });

  it('holds all requirements at once', () => {
    const pods = select(
      { key: 'tier', operator: 'Exists', values: [] },
      { key: 'app', operator: 'DoesNotExist', values: [] },
    );
    expect(matchFormSelector(connectivity, { namespace: 'shop', namespaces: null, pods })).toMatchObject({
      pods: 0,
      perhaps: 1,
    });
  });
});
