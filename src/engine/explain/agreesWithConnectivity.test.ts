import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import {
  emptyPortSet,
  equalPortSets,
  intersectPorts,
  isEmptyPortSet,
  toPortKey,
  unionPorts,
} from '../net/portAlgebra.ts';
import { explainFlow } from './explainFlow.ts';
import { explainWorkloadFlow } from './explainWorkloadFlow.ts';
import { findAdmittingRules } from './findAdmittingRules.ts';
import { traceAdmissions } from './traceAdmissions.ts';

/** Reasons are found rule by rule, flows class by class: two ways that must come to the same. */
const forEachCluster = (runs: number, check: (connectivity: Connectivity) => void) =>
  fc.assert(
    fc.property(clusterArbitrary, ({ files }) => check(analyseFiles(files).connectivity)),
    propertyParameters(runs),
  );

const listEndpoints = ({ cluster, externals }: Connectivity): EndpointRef[] => [
  ...cluster.pods.map(({ index }): EndpointRef => ({ type: 'pod', index })),
  ...externals.map(({ index }): EndpointRef => ({ type: 'external', index })),
];

describe('the explanation of any flow', () => {
  it('gives the ports that both ends and the flow have', { timeout: 60_000 }, () => {
    forEachCluster(60, (connectivity) => {
      const endpoints = listEndpoints(connectivity);
      for (const from of endpoints) {
        for (const to of endpoints) {
          const { ports, egress, ingress, verdict } = explainFlow(connectivity, from, to, null);
          expect(toPortKey(ports)).toBe(toPortKey(connectivity.flow(from, to).ports));
          expect(toPortKey(egress.admits)).toBe(toPortKey(connectivity.admitted('egress', from, to).ports));
          expect(toPortKey(ingress.admits)).toBe(toPortKey(connectivity.admitted('ingress', from, to).ports));
          expect(verdict === 'denied').toBe(isEmptyPortSet(ports));
          for (const end of [egress, ingress]) {
            if (end.state !== 'isolated') continue;
            const admitted = end.admitting.map((rule) => rule.ports).reduce(unionPorts, emptyPortSet);
            expect(toPortKey(admitted)).toBe(toPortKey(end.admits));
            expect(end.nearMisses.length > 0).toBe(isEmptyPortSet(end.admits));
          }
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
          const explanation = explainWorkloadFlow(connectivity, from, to, null);
          if (explanation === null || explanation.egress.state === 'self') continue;
          const flow = flows.get(`${from} ${to}`);
          expect([from, to, explanation.verdict]).toEqual([from, to, flow === undefined ? 'denied' : 'allowed']);
          if (flow === undefined) continue;
          if (explanation.sameForAllPods) {
            expect(toPortKey(explanation.ports)).toBe(toPortKey(flow.ports));
            expect(isEmptyPortSet(flow.partial)).toBe(true);
          }
        }
      }
    });
  });
});

describe('the trace of any policy', () => {
  it(
    'is part of the flow at both ends, and all policies together account for what isolated ends admit',
    { timeout: 60_000 },
    () => {
      forEachCluster(60, (connectivity) => {
        const traced = new Map<string, ReturnType<typeof traceAdmissions>[number]>();
        for (const { id } of connectivity.tiers.flatMap((tier) => tier.policies)) {
          for (const admission of traceAdmissions(connectivity, id)) {
            const key = `${toNodeId(connectivity, admission.from)} ${toNodeId(connectivity, admission.to)}`;
            expect(equalPortSets(intersectPorts(admission.flows, admission.admits), admission.flows)).toBe(true);
            const known = traced.get(key);
            traced.set(
              key,
              known === undefined ? admission : { ...known, flows: unionPorts(known.flows, admission.flows) },
            );
          }
        }
        for (const flow of connectivity.workloadFlows()) {
          const [from, to] = [toNodeId(connectivity, flow.from), toNodeId(connectivity, flow.to)];
          const total = unionPorts(flow.ports, flow.partial);
          const flows = traced.get(`${from} ${to}`)?.flows ?? emptyPortSet;
          expect(isEmptyPortSet(intersectPorts(flows, total))).toBe(isEmptyPortSet(flows));
          const rules = findAdmittingRules(connectivity, from, to)!;
          if (flow.allowedBy === 'rule') {
            expect(toPortKey(intersectPorts(flows, total))).toBe(toPortKey(flows));
            expect(rules.egress.length + rules.ingress.length).toBeGreaterThan(0);
            expect(isEmptyPortSet(flows)).toBe(false);
          }
        }
      });
    },
  );
});
