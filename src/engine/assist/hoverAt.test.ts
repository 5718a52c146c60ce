import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { yaml } from '../../testing/yaml.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { findTargets } from './findTargets.ts';
import { hoverAt } from './hoverAt.ts';
import { countLens, listLenses } from './listLenses.ts';
import { listSymbols } from './listSymbols.ts';

const workloads = yaml`
  apiVersion: v1
  kind: Namespace
  metadata: { name: shop, labels: { team: blue } }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web, namespace: shop }
  spec:
    selector: { matchLabels: { app: web } }
    template:
      metadata: { labels: { app: web } }
      spec: { containers: [{ name: web, image: web }] }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: api, namespace: shop }
  spec:
    selector: { matchLabels: { app: api } }
    template:
      metadata: { labels: { app: api } }
      spec: { containers: [{ name: api, image: api, ports: [{ name: http, containerPort: 8080 }] }] }
`;
const policy = yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: api, namespace: shop }
  spec:
    podSelector: { matchLabels: { app: api } }
    policyTypes: [Ingress]
    ingress:
      - from:
          - podSelector: { matchLabels: { app: web } }
          - namespaceSelector: { matchLabels: { team: blue } }
            podSelector: { matchLabels: { app: nobody } }
          - ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] }
        ports: [{ port: http }]
`;
const file = toFilePath('policy.yaml');
const base = analyseFiles([
  { path: 'shop.yaml', text: workloads },
  { path: file, text: policy },
]);

/** Facts at the first place of some words, by code. */
const hover = (words: string, inside = 0) => {
  const found = hoverAt(base, file, policy.indexOf(words) + inside);
  return Object.fromEntries((found?.facts ?? []).map((fact) => [fact.code, fact]));
};

describe('hover', () => {
  it('says what a field is for', () => {
    expect(hover('policyTypes')['field']).toMatchObject({ name: 'policyTypes', values: ['Ingress', 'Egress'] });
  });

  it('says what a selector matches, wherever in it one points', () => {
    for (const inside of [0, 15, 31]) {
      expect(hover('podSelector: { matchLabels: { app: api', inside)['workloads']).toMatchObject({
        selector: 'app=api',
        names: ['shop/Deployment/api'],
        pods: null,
      });
    }
    expect(hover('matchLabels: { app: nobody')['workloads']).toMatchObject({ total: 0 });
    expect(hover('namespaceSelector')['namespaces']).toMatchObject({ names: ['shop'] });
  });

  it('says what a rule and a policy allow', () => {
    expect(hover('from:')['rule']).toMatchObject({
      number: 1,
      total: 2,
      flows: [{ from: 'shop/Deployment/web', to: 'shop/Deployment/api' }, { to: 'shop/Deployment/api' }],
    });
    expect(hover('name: api')['policy']).toMatchObject({ isolates: ['ingress'], total: 1, flows: 2 });
  });

  it('says what an ipBlock covers', () => {
    expect(hover('10.0.0.0/8')['addresses']).toMatchObject({
      count: String(2 ** 24 - 2 ** 16),
      family: 4,
      workloads: [],
    });
  });

  it('says what a named port is', () => {
    expect(hover('http')['namedPort']).toMatchObject({ ports: [{ port: 8080, workloads: ['shop/Deployment/api'] }] });
  });

  it('says that it is a guess while the text does not parse', () => {
    const text = `${policy}oops: [`;
    const broken = analyseFiles([
      { path: 'shop.yaml', text: workloads },
      { path: file, text },
    ]);
    const facts = hoverAt(broken, file, text.indexOf('podSelector'))!.facts.map(({ code }) => code);
    expect(facts).toEqual(['workloads', 'field', 'approximate']);
  });

  it('says what is matched only perhaps, when the import does not say enough', () => {
    const open = analyseFiles(
      [
        { path: 'shop.yaml', text: workloads.replaceAll('namespace: shop', 'namespace: other') },
        { path: file, text: policy },
      ],
      { assumeComplete: false },
    );
    const facts = hoverAt(open, file, policy.indexOf('namespaceSelector'))!.facts;
    expect(facts[0]).toMatchObject({ code: 'namespaces', names: ['shop'], maybe: ['other'] });
    const lens = listLenses(open, file)[0]!;
    expect(countLens(open, lens)).toMatchObject({ workloads: 0, maybe: 0 });
  });

  it('is silent where nothing is known', () => {
    expect(hoverAt(base, file, policy.length)).toBeNull();
  });
});

describe('lenses', () => {
  it('stand at policies and their rules, and count', () => {
    const lenses = listLenses(base, file);
    expect(lenses.map(({ rule }) => rule)).toEqual([null, { direction: 'ingress', index: 0 }]);
    expect(lenses.map((lens) => countLens(base, lens))).toEqual([
      { workloads: 1, maybe: 0, pods: null, supposed: false, flows: 2, effective: true },
      { workloads: null, maybe: 0, pods: null, supposed: false, flows: 2, effective: true },
    ]);
  });

  it('say that a rule for a direction that is not isolated has no effect', () => {
    const text = policy.replace('[Ingress]', '[Egress]');
    const other = analyseFiles([{ path: file, text }]);
    expect(listLenses(other, file).map((lens) => countLens(other, lens)?.effective)).toEqual([true, false]);
  });
});

describe('going to', () => {
  const words = (place: { file: string; start: number; end: number }) =>
    (place.file === file ? policy : workloads).slice(place.start, place.end);
  const targets = (path: string, text: string, at: string) =>
    findTargets(base, toFilePath(path), text.indexOf(at))?.targets.map((place) => [place.file, words(place)]);

  it('leads from a selector to what it matches', () => {
    expect(targets(file, policy, 'app: web')).toEqual([['shop.yaml', 'web']]);
    expect(targets(file, policy, 'namespaceSelector')).toEqual([['shop.yaml', 'shop']]);
    expect(targets(file, policy, 'app: nobody')).toBeUndefined();
  });

  it('leads from a port’s name to the container that has it', () => {
    expect(targets(file, policy, 'http')).toEqual([['shop.yaml', '{ name: http, containerPort: 8080 }']]);
  });

  it('leads back from a workload or namespace to the selectors', () => {
    expect(targets('shop.yaml', workloads, 'name: web, namespace')).toEqual([['policy.yaml', 'podSelector']]);
    expect(targets('shop.yaml', workloads, 'name: shop')).toEqual([['policy.yaml', 'namespaceSelector']]);
  });
});

describe('the outline', () => {
  it('lists objects with selectors, rules, containers and ports', () => {
    const names = (path: string) =>
      listSymbols(base, toFilePath(path)).map(({ name, children }) => [name, children.map((child) => child.name)]);
    expect(names(file)).toEqual([['NetworkPolicy api', ['podSelector', 'ingress rule 1']]]);
    expect(names('shop.yaml')).toEqual([
      ['Namespace shop', []],
      ['Deployment web', ['web']],
      ['Deployment api', ['api']],
    ]);
    expect(listSymbols(base, toFilePath('shop.yaml'))[2]!.children[0]!.children[0]).toMatchObject({
      name: '8080',
      detail: 'http',
    });
  });
});
