import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import type { Admitted, Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import {
  emptyPortSet,
  intersectPorts,
  isEmptyPortSet,
  subtractPorts,
  toPortKey,
  unionPorts,
} from '../net/portAlgebra.ts';
import type { EndReason } from './Explanation.ts';
import { explainFlow } from './explainFlow.ts';
import { explainWorkloadFlow } from './explainWorkloadFlow.ts';
import { traceAdmissions } from './traceAdmissions.ts';

/**
 * Reasons are found rule by rule, flows class by class: two ways that must come to the same, whether what an import does
 * not say is absent or unknown.
 */
const forEachCluster = (runs: number, check: (connectivity: Connectivity) => void) =>
  fc.assert(
    fc.property(clusterArbitrary, fc.boolean(), ({ files }, assumeComplete) =>
      check(analyseFiles(files, { assumeComplete }).connectivity),
    ),
    propertyParameters(runs),
  );

const listEndpoints = ({ cluster, externals }: Connectivity): EndpointRef[] => [
  ...cluster.pods.map(({ index }): EndpointRef => ({ type: 'pod', index })),
  ...externals.map(({ index }): EndpointRef => ({ type: 'external', index })),
];

const toKey = ({ ports, uncertain }: Admitted): string => `${toPortKey(ports)} perhaps ${toPortKey(uncertain)}`;

const verdictOn = ({ ports, uncertain }: Admitted): string =>
  isEmptyPortSet(ports) ? (isEmptyPortSet(uncertain) ? 'denied' : 'uncertain') : 'allowed';

/** Every state has the reasons that it needs. */
const checkReasons = (end: EndReason): void => {
  if (end.state !== 'isolated') return;
  const admitted = end.admitting.map((rule) => rule.ports).reduce(unionPorts, emptyPortSet);
  const certain = end.admitting
    .filter(({ match }) => match === 'yes')
    .map((rule) => rule.ports)
    .reduce(unionPorts, emptyPortSet);
  expect(isEmptyPortSet(subtractPorts(certain, end.admits.ports))).toBe(true);
  expect(isEmptyPortSet(subtractPorts(end.admits.ports, admitted))).toBe(true);
  if (end.isolatedBy.some(({ match }) => match === 'yes')) {
    expect(toPortKey(certain)).toBe(toPortKey(end.admits.ports));
  }
  expect(end.nearMisses.length > 0).toBe(end.verdict === 'denied');
  expect(end.missing.length > 0).toBe(end.verdict === 'uncertain');
};

describe('the explanation of any flow', () => {
  it('gives the ports that both ends and the flow have', { timeout: 60_000 }, () => {
    forEachCluster(60, (connectivity) => {
      const endpoints = listEndpoints(connectivity);
      for (const from of endpoints) {
        for (const to of endpoints) {
          const explanation = explainFlow(connectivity, from, to, null);
          const { egress, ingress, verdict, guilty } = explanation;
          const pair = `${egress.endpoint} → ${ingress.endpoint} `;
          expect(pair + toKey(explanation)).toBe(pair + toKey(connectivity.flow(from, to)));
          expect(pair + toKey(egress.admits)).toBe(pair + toKey(connectivity.admitted('egress', from, to)));
          expect(pair + toKey(ingress.admits)).toBe(pair + toKey(connectivity.admitted('ingress', from, to)));
          expect(verdict).toBe(verdictOn(explanation));
          expect(guilty === null).toBe(verdict === 'allowed');
          checkReasons(egress);
          checkReasons(ingress);
        }
      }
    });
  });

  it('between workloads is one of a pair that flows, if any does', { timeout: 60_000 }, () => {
    forEachCluster(60, (connectivity) => {
      const nodes = [...connectivity.cluster.workloads, ...connectivity.externals].map(({ id }) => id as string);
      const flows = new Map(
        connectivity
          .workloadFlows()
          .map((flow) => [`${toNodeId(connectivity, flow.from)} ${toNodeId(connectivity, flow.to)}`, flow]),
      );
      for (const from of nodes) {
        for (const to of nodes) {
          const explanation = explainWorkloadFlow(connectivity, from, to, { port: null });
          if (explanation === null || explanation.egress.state === 'self') continue;
          const flow = flows.get(`${from} ${to}`);
          const total = {
            ports: unionPorts(flow?.ports ?? emptyPortSet, flow?.partial ?? emptyPortSet),
            uncertain: flow?.uncertain ?? emptyPortSet,
          };
          expect([from, to, explanation.verdict]).toEqual([from, to, verdictOn(total)]);
          if (flow !== undefined && explanation.sameForAllPods) {
            expect(toKey(explanation)).toBe(toKey(flow));
            expect(isEmptyPortSet(flow.partial)).toBe(true);
          }
        }
      }
    });
  });
});

describe('the trace of any policy', () => {
  it('is part of the flow, and all policies together account for what they decide', { timeout: 60_000 }, () => {
    forEachCluster(60, (connectivity) => {
      const traced = new Map<string, ReturnType<typeof traceAdmissions>[number]>();
      for (const { id } of connectivity.tiers.flatMap((tier) => tier.policies)) {
        for (const admission of traceAdmissions(connectivity, id)) {
          const key = `${toNodeId(connectivity, admission.from)} ${toNodeId(connectivity, admission.to)}`;
          const { flows, uncertain, admits } = admission;
          expect(isEmptyPortSet(subtractPorts(unionPorts(flows, uncertain), admits))).toBe(true);
          const known = traced.get(key);
          traced.set(key, known === undefined ? admission : { ...known, flows: unionPorts(known.flows, flows) });
        }
      }
      for (const flow of connectivity.workloadFlows()) {
        const key = `${toNodeId(connectivity, flow.from)} ${toNodeId(connectivity, flow.to)}`;
        const total = unionPorts(flow.ports, flow.partial);
        const flows = traced.get(key)?.flows ?? emptyPortSet;
        expect(toPortKey(intersectPorts(flows, total))).toBe(toPortKey(flows));
        if (flow.allowedBy === 'rule' && !isEmptyPortSet(total)) expect(isEmptyPortSet(flows)).toBe(false);
      }
    });
  });
});
