import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { describe, expect, it } from 'vitest';
import { emitYaml } from './emitYaml.ts';
import { clusterArbitrary } from './generateCluster.ts';
import { isAllowed } from './naiveEvaluator.ts';
import { readNaiveModel } from './naiveModel.ts';

const clusters = fc.sample(clusterArbitrary, { numRuns: 300, seed: 7 });

describe('generated clusters', () => {
  it('read back as what they were made of', () => {
    for (const { objects, files, hasInvalidPolicy } of clusters) {
      const read = files.flatMap(({ path, text }): object[] => {
        if (path === 'all.json') return JSON.parse(text).items;
        if (path === 'all.yaml') return parseAllDocuments(text).map((document) => document.toJS());
        return [JSON.parse(text)];
      });
      const expected = JSON.parse(JSON.stringify(objects));
      if (objects.length > 0) expect(hasInvalidPolicy ? read.slice(1) : read).toEqual(expected);
    }
  });

  it.each([
    ['a podSelector left out', /spec":\{("policyTypes|"ingress|"egress|\})/],
    ['a podSelector of null', /"spec":\{"podSelector":null/],
    ['policyTypes left out, null and empty', /"policyTypes":null.*"policyTypes":\[\]/],
    ['a policy type twice', /\["Ingress","Ingress"\]/],
    ['empty and null rule lists', /"(in|e)gress":\[\].*"(in|e)gress":null/],
    ['an empty rule', /gress":\[[^\]]*\{\}/],
    ['every operator', /DoesNotExist.*"Exists.*"NotIn.*"In"/],
    ['an ipBlock with several excepts', /"cidr":"[^"]*","except":\["[^"]*","[^"]*"/],
    ['an IPv6 ipBlock with an except', /"cidr":"[^"]*:[^"]*","except":\["/],
    ['a named port', /"port":"http"/],
    ['a port range', /"port":80,"endPort":443/],
    ['a protocol alone', /\{"protocol":"UDP"\}/],
    ['namespaceSelector with podSelector', /"podSelector":\{[^}]*\},"namespaceSelector":\{/],
    ['a completed pod', /Succeeded/],
    ['a hostNetwork pod with its node', /"hostNetwork":true.*"hostIP"/],
    ['a pod of two families', /"podIPs":\[\{"ip":"10[^}]*\},\{"ip":"fd/],
    ['a CronJob', /jobTemplate/],
  ])('have %s', (_name, pattern) => {
    const all = JSON.stringify(clusters.map(({ objects }) => objects));
    expect(all).toMatch(pattern);
  });

  it('are neither all open nor all closed', () => {
    const verdicts = clusters.flatMap(({ objects }) => {
      const model = readNaiveModel(objects);
      return model.pods.flatMap((from) =>
        model.pods.filter((to) => to !== from).map((to) => isAllowed(model, from, to, 'TCP', 80)),
      );
    });
    const allowed = verdicts.filter(Boolean).length / verdicts.length;
    expect(allowed).toBeGreaterThan(0.25);
    expect(allowed).toBeLessThan(0.75);
  });
});

it('emits block YAML with quoted odd words and without undefined entries', () => {
  const value = {
    a: 'yes',
    list: [{ b: 1, c: [] }, ['x']],
    empty: {},
    gone: undefined,
    'odd key': { only: undefined },
  };
  expect(parse(emitYaml(value))).toEqual({ a: 'yes', list: [{ b: 1, c: [] }, ['x']], empty: {}, 'odd key': {} });
});
