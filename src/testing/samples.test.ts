import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from './analyse.ts';
import { formatFlows } from './formatFlows.ts';

const folder = new URL('../../public/samples/', import.meta.url);

interface Sample {
  id: string;
  title: string;
  description: string;
  files: string[];
}

const samples = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as Sample[];

const analyseSample = (id: string) => {
  const files = samples.find((sample) => sample.id === id)?.files ?? [];
  return analyseFiles(files.map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') })));
};

describe('the samples', () => {
  it('list exactly the files that are there', () => {
    const listed = samples.flatMap(({ files }) => files);
    const there = samples.flatMap(({ id }) => readdirSync(new URL(`${id}/`, folder)).map((name) => `${id}/${name}`));
    expect([...listed].sort()).toEqual(there.sort());
  });

  it.each(samples.map(({ id }) => id))('are read without a problem: %s', (id) => {
    const { problems, connectivity } = analyseSample(id);
    expect(problems).toEqual([]);
    expect(connectivity.cluster.namespaces.filter(({ described }) => !described)).toEqual([]);
  });
});

describe('the shop done right', () => {
  it('has the flows that it is meant to have and no others', () => {
    const { connectivity } = analyseSample('shop');
    const dns = 'kube-system/coredns : TCP 53 UDP 53';
    expect(formatFlows(connectivity)).toEqual(
      [
        // The Internet, whatever else the address is used for
        '0.0.0.0-192.0.2.9,… → ingress/controller : TCP 80,443',
        '192.0.2.10-192.0.2.10 → ingress/controller : TCP 80,443',
        '203.0.113.16-203.0.113.31 → ingress/controller : TCP 80,443',
        '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff → ingress/controller : TCP 80,443',
        // The way in
        'ingress/controller → 192.0.2.10-192.0.2.10 : TCP 6443',
        'ingress/controller → ingress/error-pages : TCP 8080',
        'ingress/controller → shop/web : TCP 8080',
        // Three tiers
        'shop/web → shop/api : TCP 8080',
        'shop/api → shop/cache : TCP 6379',
        'shop/api → shop/database : TCP 5432',
        'shop/api → 203.0.113.16-203.0.113.31 : TCP 443',
        // Names
        `ingress/controller → ${dns}`,
        `ingress/error-pages → ${dns}`,
        `shop/api → ${dns}`,
        `shop/cache → ${dns}`,
        `shop/database → ${dns}`,
        `shop/web → ${dns}`,
      ].sort(),
    );
  });

  it('isolates every pod but those of the cluster itself, both ways', () => {
    const { cluster, isolationOf } = analyseSample('shop').connectivity;
    const open = cluster.pods.filter(
      ({ index }) => isolationOf(index, 'ingress') === 'open' || isolationOf(index, 'egress') === 'open',
    );
    expect(open.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual(['kube-system/coredns']);
  });
});

describe('the shop with mistakes', () => {
  const { connectivity } = analyseSample('shop-mistakes');
  const flows = formatFlows(connectivity);

  it('has these flows by a rule: some too many, most missing', () => {
    expect(flows).toEqual(
      [
        '0.0.0.0-203.0.113.15,… → ingress/controller : TCP 80,443',
        '203.0.113.16-203.0.113.31 → ingress/controller : TCP 80,443',
        '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff → ingress/controller : TCP 80,443',
        'ingress/controller → ingress/error-pages : TCP 8080',
        'ingress/controller → shop/web : TCP 8080',
        'ingress/error-pages → shop/web : TCP 8080',
        'shop/api → 203.0.113.16-203.0.113.31 : TCP 443',
      ].sort(),
    );
  });

  it('resolves no names in the shop, as DNS was forgotten', () => {
    expect(flows.filter((flow) => /^shop.*coredns/.test(flow))).toEqual([]);
  });

  it('lets error pages reach the shop, as OR was written for AND', () => {
    expect(flows).toContain('ingress/error-pages → shop/web : TCP 8080');
  });

  it.each([
    ['web from the API, by the port of the Service', 'shop/web → shop/api'],
    ['the API from its database, by a selector with a typo', 'shop/api → shop/database'],
    ['the API from its cache, by a peer that nobody is', 'shop/api → shop/cache'],
  ])('cuts off %s', (_mistake, pair) => {
    expect(flows.filter((flow) => flow.startsWith(pair))).toEqual([]);
  });

  it('leaves egress of the ingress namespace open, as policyTypes were forgotten', () => {
    const { cluster, isolationOf, tiers } = connectivity;
    const pods = cluster.pods.filter(({ namespace }) => namespace === 'ingress');
    expect(pods.map(({ index }) => isolationOf(index, 'ingress'))).toEqual(pods.map(() => 'isolated'));
    expect(pods.map(({ index }) => isolationOf(index, 'egress'))).toEqual(pods.map(() => 'open'));
    const ignored = tiers.flatMap(({ policies }) => policies).filter(({ ignoredRules }) => ignoredRules.length > 0);
    expect(ignored.map(({ id }) => id)).toEqual(['ingress/NetworkPolicy/controller']);
  });
});

describe('the platform', () => {
  const { connectivity } = analyseSample('platform');
  const flows = formatFlows(connectivity);

  it('is of the size of a real one', () => {
    expect(connectivity.cluster.namespaces.length).toBeGreaterThanOrEqual(7);
    expect(connectivity.cluster.workloads).toHaveLength(60);
    expect(new Set(connectivity.cluster.workloads.map(({ kind }) => kind))).toEqual(
      new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']),
    );
  });

  it.each([
    ['a named port of several numbers', 'payments/gateway → payments/bank-transfer : TCP 50061'],
    ['the same name elsewhere', 'payments/gateway → payments/card-processor : TCP 50051'],
    ['monitoring', 'monitoring/prometheus → payments/fraud-check : TCP 9102'],
    ['a port range and replicas of one workload', 'logging/store → logging/store : TCP 9300-9399'],
    ['a block with an exception', 'shop/shipping → 198.51.100.0-198.51.100.47 : TCP 443'],
    ['an IPv6 block', expect.stringMatching(/^payments\/card-processor → 2001:db8:ca4d::-.* : TCP 443,8580-8589$/)],
    ['every port of a protocol', '10.20.8.0-10.20.10.255 → logging/aggregator : UDP'],
  ])('shows %s', (_what, line) => {
    expect(flows).toContainEqual(line);
  });

  it('lets only the services that own a database reach it', () => {
    const intoData = flows.filter((flow) => / → data\/\w+-db /.test(flow) && !/^(data|monitoring)\//.test(flow));
    expect(intoData).toEqual([
      'ci/orders-migration → data/orders-db : TCP 5432',
      'payments/ledger → data/ledger-db : TCP 5432',
      'shop/checkout → data/customers-db : TCP 5432',
      'shop/checkout → data/orders-db : TCP 5432',
      'shop/inventory → data/orders-db : TCP 5432',
    ]);
  });
});
