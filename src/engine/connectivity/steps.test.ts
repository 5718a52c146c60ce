import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { computeConnectivity } from './computeConnectivity.ts';

const count = 600;
const text = Array.from(
  { length: count },
  (_, index) => `apiVersion: v1
kind: Pod
metadata: {name: p${index}, namespace: shop, labels: {app: a${index}, odd: o${index % 2}}}
spec: {containers: [{name: c, image: i}]}
---
`,
).join('');
const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: odd, namespace: shop}
spec: {podSelector: {matchLabels: {odd: o1}}, ingress: [{from: [{podSelector: {matchLabels: {app: a0}}}]}]}
`;

describe('an evaluation in steps', () => {
  it('finds what it finds at once, in several steps, also after steps that were dropped', () => {
    const { connectivity } = analyseFiles([{ path: 'all.yaml', text: text + policy }]);
    const { cluster, tiers } = connectivity;
    const evaluation = computeConnectivity(cluster, tiers);
    const dropped = evaluation.flowColumnsInSteps();
    expect(dropped.next().done).toBe(false);
    const steps = evaluation.flowColumnsInSteps();
    let taken = 1;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) taken += 1;
    expect(taken).toBeGreaterThan(2);
    expect(step.value.length).toBe(count / 2);
    expect(step.value).toEqual(connectivity.flowColumns());
    expect(evaluation.flowColumns()).toBe(step.value);
  });
});
