import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { readCluster } from '../cluster/readCluster.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { PlanResult, Refusal } from '../edits/EditPlan.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import { readPolicies } from '../policy/readPolicies.ts';
import type { Intent, IntentTarget } from './Intent.ts';
import { planAllow } from './planAllow.ts';
import { planDeny } from './planDeny.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { PortChoice } from './FlowChange.ts';
import type { Candidates, Proposal } from './Proposal.ts';
import { proposeEdits } from './proposeEdits.ts';

type Files = Readonly<Record<string, string>>;

const read = (files: Files): PlanningBase => {
  const manifests = parseManifests(Object.entries(files).map(([path, text]) => ({ path: toFilePath(path), text })));
  const connectivity = computeConnectivity(readCluster(manifests), readPolicies(manifests).tiers, {
    assumeComplete: true,
  });
  return { manifests, connectivity };
};

const write = (files: Files, result: PlanResult): Files => {
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.args)}`);
  const texts = new Map(Object.entries(files).map(([path, text]) => [toFilePath(path), text]));
  const applied = applyPlan(texts, result.plan);
  if (!applied.ok) throw new Error('the plan does not fit');
  return Object.fromEntries(applied.files);
};

const tcp = (port: number): PortChoice => ({ protocol: 'TCP', port, endPort: null });
const idOf = (name: string): string => {
  const [namespace, workload] = name.split('/');
  return name.startsWith('external') ? name : `${namespace}/Deployment/${workload}`;
};

const node = (id: string): IntentTarget => ({ type: 'node', id });

const allowIntent = (from: string, to: string, ports: readonly PortChoice[]): Intent => ({
  type: 'allow',
  from: [node(from)],
  to: [node(to)],
  ports,
});

const denyIntent = (from: string, to: string, originals: Files = {}): Extract<Intent, { type: 'deny' }> => ({
  type: 'deny',
  from: [node(from)],
  to: [node(to)],
  ports: [],
  originals: Object.entries(originals).map(([path, text]) => ({ path: toFilePath(path), text })),
});

/** The proposal to prefer. */
const propose = (base: PlanningBase, intent: Intent): Proposal | Refusal => {
  const { proposals } = proposeEdits(base, intent);
  return proposals.ok ? proposals.proposals[0]! : proposals;
};

const toPlan = (proposal: Proposal | Refusal): PlanResult =>
  'plan' in proposal ? { ok: true, plan: proposal.plan } : proposal;

const firstOf = (found: Candidates): PlanResult => (found.ok ? { ok: true, plan: found.candidates[0]!.plan } : found);

const allow = (files: Files, from: string, to: string, ports: readonly PortChoice[] = [tcp(8080)]): PlanResult =>
  toPlan(propose(read(files), allowIntent(idOf(from), idOf(to), ports)));

const remove = (files: Files, from: string, to: string, originals: Files = {}): PlanResult =>
  toPlan(propose(read(files), denyIntent(idOf(from), idOf(to), originals)));

const describeChanges = (proposal: Proposal | Refusal): readonly string[] =>
  'effect' in proposal
    ? proposal.effect.changes.map(
        (change) => `${change.from} → ${change.to}: ${formatPortSet(change.before)} ⇒ ${formatPortSet(change.after)}`,
      )
    : [];

const changes = (files: Files, intent: Intent): readonly string[] => describeChanges(propose(read(files), intent));

const deployment = (namespace: string, name: string, labels = `app: ${name}`): string => yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: ${name}
    namespace: ${namespace}
  spec:
    selector:
      matchLabels:
        ${labels}
    template:
      metadata:
        labels:
          ${labels}
          pod-template-hash: abc
      spec:
        containers:
        - name: main
          image: example/${name}
          ports:
          - name: http
            containerPort: 8080
`;

const policy = (namespace: string, name: string, spec: string): string => yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata:
    name: ${name}
    namespace: ${namespace}
  spec:
    ${spec}
`;

const workloads = [
  deployment('shop', 'web'),
  deployment('shop', 'api'),
  deployment('shop', 'db'),
  deployment('other', 'job'),
].join('---\n');

const denyAll = policy('shop', 'deny', 'podSelector: {}\npolicyTypes:\n- Ingress\n- Egress');
const apiPolicy = policy('shop', 'api', 'podSelector:\n  matchLabels:\n    app: api\npolicyTypes:\n- Ingress');

const lastDocument = (text: string | undefined): string | undefined => text?.split('---\n').at(-1);

describe('allowing a flow', () => {
  it('adds a rule to the policy that isolates the workload', () => {
    const files = { 'a.yaml': workloads, 'p.yaml': apiPolicy };
    const result = allow(files, 'shop/web', 'shop/api');
    expect(write(files, result)['p.yaml']).toBe(
      `${apiPolicy}${[
        '  ingress:',
        '  - from:',
        '    - podSelector:',
        '        matchLabels:',
        '          app: web',
        '    ports:',
        '    - protocol: TCP',
        '      port: 8080',
        '',
      ].join('\n')}`,
    );
    expect(changes(files, allowIntent(idOf('shop/web'), idOf('shop/api'), [tcp(8080)]))).toEqual([
      'shop/Deployment/web → shop/Deployment/api: no port ⇒ TCP 8080',
    ]);
  });

  it('adds the port to a rule with exactly this peer, the peer to a rule with exactly these ports', () => {
    const rule = 'ingress:\n- from:\n  - podSelector: {matchLabels: {app: web}}\n  ports:\n  - port: http';
    const files = {
      'a.yaml': workloads,
      'p.yaml': policy('shop', 'api', `podSelector: {matchLabels: {app: api}}\n${rule}`),
    };
    expect(write(files, allow(files, 'shop/web', 'shop/api', [tcp(9090)]))['p.yaml']).toBe(
      `${files['p.yaml']}    - protocol: TCP\n      port: 9090\n`,
    );
    expect(write(files, allow(files, 'shop/db', 'shop/api'))['p.yaml']).toBe(
      files['p.yaml'].replace('    ports', '    - podSelector:\n        matchLabels:\n          app: db\n    ports'),
    );
  });

  it('names another namespace and its pods in one peer', () => {
    const files = { 'a.yaml': workloads, 'p.yaml': apiPolicy };
    expect(write(files, allow(files, 'other/job', 'shop/api', []))['p.yaml']).toBe(
      `${apiPolicy}${[
        '  ingress:',
        '  - from:',
        '    - namespaceSelector:',
        '        matchLabels:',
        '          kubernetes.io/metadata.name: other',
        '      podSelector:',
        '        matchLabels:',
        '          app: job',
        '',
      ].join('\n')}`,
    );
  });

  it('makes a policy for each isolated end where only a default deny isolates it', () => {
    const files = { 'a.yaml': workloads, 'p.yaml': denyAll };
    const result = allow(files, 'shop/web', 'shop/api');
    const text = write(files, result)['p.yaml'];
    expect(text?.startsWith(`${denyAll}---\n`)).toBe(true);
    expect(lastDocument(text)).toBe(
      policy(
        'shop',
        'allow-web-to-api-egress',
        'podSelector:\n  matchLabels:\n    app: web\npolicyTypes:\n- Egress\negress:\n- to:\n  - podSelector:\n' +
          '      matchLabels:\n        app: api\n  ports:\n  - protocol: TCP\n    port: 8080',
      ),
    );
    expect(changes(files, allowIntent(idOf('shop/web'), idOf('shop/api'), [tcp(8080)]))).toEqual([
      'shop/Deployment/web → shop/Deployment/api: no port ⇒ TCP 8080',
    ]);
  });

  it('writes only at the end that is isolated', () => {
    const files = { 'a.yaml': workloads, 'p.yaml': denyAll };
    expect(lastDocument(write(files, allow(files, 'shop/web', 'other/job'))['p.yaml'])).toContain(
      'allow-web-to-job-egress',
    );
    expect(lastDocument(write(files, allow(files, 'other/job', 'shop/web'))['p.yaml'])).toContain('allow-job-to-web\n');
  });

  it('allows outside addresses by the fewest CIDRs', () => {
    const egress = 'egress:\n- to:\n  - ipBlock:\n      cidr: 10.0.0.0/8\n  ports:\n  - port: 1';
    const files = {
      'a.yaml': workloads,
      'p.yaml': `${denyAll}---\n${policy('shop', 'web', `podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\n${egress}`)}`,
    };
    const inside = read(files).connectivity.externals.find(({ label }) => label === '10.0.0.0/8')!.id;
    expect(write(files, allow(files, 'shop/web', inside, [tcp(443)]))['p.yaml']).toBe(
      `${files['p.yaml']}    - protocol: TCP\n      port: 443\n`,
    );
    const outside = read(files).connectivity.externals.find(({ label }) => label !== '10.0.0.0/8')!.id;
    const result = allow(files, 'shop/web', outside, [tcp(443)]);
    expect(write(files, result)['p.yaml']).toContain('        cidr: 8.0.0.0/7\n');
    expect(changes(files, allowIntent(idOf('shop/web'), outside, [tcp(443)]))).toHaveLength(1);
  });

  it('reveals what it writes, or where it took something away', () => {
    const files = { 'a.yaml': workloads, 'p.yaml': apiPolicy };
    const result = allow(files, 'shop/web', 'shop/api');
    const allowed = write(files, result);
    const reveal = result.ok ? result.plan.reveal : null;
    expect(reveal && allowed[reveal.file]?.slice(reveal.start, reveal.end)).toMatch(/^ingress:[^]*port: 8080$/);
    const removal = remove(allowed, 'shop/web', 'shop/api');
    expect(removal.ok && removal.plan.reveal).toEqual({
      file: 'p.yaml',
      start: apiPolicy.length,
      end: apiPolicy.length,
    });
  });

  it('says so when labels can not tell the peer from another workload', () => {
    const twins = `${workloads}---\n${deployment('shop', 'twin', 'app: web')}`;
    const files = { 'a.yaml': twins, 'p.yaml': apiPolicy };
    const result = allow(files, 'shop/web', 'shop/api');
    expect(result.ok && result.plan.warnings).toEqual([
      { code: 'LABELS_SHARED', args: { workload: 'web', others: 'shop/Deployment/twin' } },
    ]);
  });

  it('does not prefer to touch a node that is used in another place too', () => {
    const shared = policy(
      'shop',
      'api',
      'podSelector: &api\n  matchLabels:\n    app: api\ningress: &rules\n- from:\n  - podSelector: *api\negress: *rules',
    );
    const files = { 'a.yaml': workloads, 'p.yaml': `${denyAll}---\n${shared.replace('egress: *rules', 'x: *rules')}` };
    const text = write(files, allow(files, 'shop/web', 'shop/api'))['p.yaml'];
    expect(text?.startsWith(files['p.yaml'])).toBe(true);
    expect(text).toContain('name: allow-web-to-api\n');
  });

  it('leaves a document that is broken now alone, and its file', () => {
    const files = {
      'a.yaml': workloads,
      'p.yaml': `${apiPolicy}  ingress:\n  - from:\n    - podSelector: {matchLabels: {app: db}}\n`,
    };
    const broken = { ...files, 'p.yaml': `${files['p.yaml']}  oops: [\n` };
    const before = read(files);
    const manifests = parseManifests(
      Object.entries(broken).map(([path, text]) => ({ path: toFilePath(path), text })),
      before.manifests,
    );
    const stale = { manifests, connectivity: before.connectivity };
    const texts = write(
      broken,
      firstOf(
        planAllow(stale, { type: 'allow', from: [node(idOf('shop/web'))], to: [node(idOf('shop/api'))], ports: [] }),
      ),
    );
    expect(texts['p.yaml']).toBe(broken['p.yaml']);
    expect(texts['a.yaml']).toContain('name: allow-web-to-api\n');
    const removal = firstOf(planDeny(stale, denyIntent(idOf('shop/db'), idOf('shop/api'))));
    expect(write(broken, removal)['p.yaml']).toBe(broken['p.yaml']);
  });

  it('makes a file for policies when no file can take one', () => {
    const dump = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [] });
    const files = {
      'k/w.json': JSON.stringify({ ...JSON.parse(dump), items: [asJson('web'), asJson('api'), denyJson] }, null, 2),
    };
    const texts = write(files, allow(files, 'shop/web', 'shop/api'));
    expect(texts['k/w.json']).toBe(files['k/w.json']);
    expect(texts['k/polder-policies.yaml']).toContain('kind: NetworkPolicy\nmetadata:\n  name: allow-web-to-api\n');
    expect(write(texts, remove(texts, 'shop/web', 'shop/api'))).toEqual(files);
  });

  it.each([
    ['SAME_ENDPOINT', 'shop/Pod/one', 'shop/Pod/one'],
    ['ALREADY_ALLOWED', 'other/Deployment/job', 'other/Deployment/job'],
    ['EXTERNAL_TO_EXTERNAL', 'external:0.0.0.0', 'external:0.0.0.0'],
    ['HOST_NETWORK', 'shop/Pod/node', 'shop/Deployment/api'],
    ['NO_LABELS', 'shop/Pod/one', 'shop/Deployment/api'],
    ['DOCUMENT_STALE', 'shop/Pod/gone', 'shop/Deployment/api'],
  ])('refuses with %s', (reason, from, to) => {
    const pods =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: one, namespace: shop}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: node, namespace: shop, labels: {app: node}}\nspec: {hostNetwork: true}\n';
    const base = read({ 'a.yaml': `${workloads}---\n${pods}`, 'p.yaml': denyAll });
    const external = base.connectivity.externals[0]!.id;
    const toId = (id: string): string => (id.startsWith('external') ? external : id);
    const result = toPlan(propose(base, allowIntent(toId(from), toId(to), [])));
    expect(result.ok ? 'a plan' : result.reason).toBe(reason);
  });

  it('refuses ports that no cluster takes', () => {
    const files = { 'a.yaml': workloads, 'p.yaml': denyAll };
    const result = allow(files, 'shop/web', 'shop/api', [{ protocol: 'TCP', port: 90, endPort: 80 }]);
    expect(result.ok ? 'a plan' : result.reason).toBe('NO_PORTS');
  });
});

const asJson = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop' },
  spec: { template: { metadata: { labels: { app: name } }, spec: { containers: [] } } },
});
const denyJson = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'deny', namespace: 'shop' },
  spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
};

describe('removing a flow', () => {
  const rules = (...lines: string[]): string => lines.join('\n');
  const fromWeb = '- from:\n  - podSelector: {matchLabels: {app: web}}';
  const fromBoth = '- from:\n  - podSelector: {matchLabels: {app: web}}\n  - podSelector: {matchLabels: {app: db}}';
  const api = (rest: string): Files => ({
    'a.yaml': workloads,
    'p.yaml': policy('shop', 'api', `podSelector: {matchLabels: {app: api}}\n${rest}`),
  });

  it('removes the peer and keeps the others', () => {
    const files = api(rules('ingress:', fromBoth));
    const result = remove(files, 'shop/web', 'shop/api');
    expect(write(files, result)['p.yaml']).toBe(
      files['p.yaml']?.replace('    - podSelector: {matchLabels: {app: web}}\n', ''),
    );
    expect(changes(files, denyIntent(idOf('shop/web'), idOf('shop/api')))).toEqual([
      'shop/Deployment/web → shop/Deployment/api: every port ⇒ no port',
    ]);
  });

  it('removes the rule with its only peer, all rules that allow the flow, and goes on isolating', () => {
    const files = api(rules('ingress:', fromWeb, '- from:\n  - podSelector: {matchLabels: {app: db}}', fromWeb));
    expect(write(files, remove(files, 'shop/web', 'shop/api'))['p.yaml']).toBe(
      api(rules('ingress:', '- from:\n  - podSelector: {matchLabels: {app: db}}'))['p.yaml'],
    );
    const one = api(rules('ingress:', fromWeb));
    expect(write(one, remove(one, 'shop/web', 'shop/api'))['p.yaml']).toBe(api('ingress: []')['p.yaml']);
    const stated = api(rules('policyTypes: [Ingress]', 'ingress:', fromWeb));
    expect(write(stated, remove(stated, 'shop/web', 'shop/api'))['p.yaml']).toBe(
      api('policyTypes: [Ingress]')['p.yaml'],
    );
    const noted = api(rules('policyTypes: [Ingress]', 'ingress: # who may', fromWeb));
    expect(write(noted, remove(noted, 'shop/web', 'shop/api'))['p.yaml']).toBe(
      api('policyTypes: [Ingress]\ningress: [] # who may')['p.yaml'],
    );
  });

  it('states policyTypes when the last egress rule goes that implied it', () => {
    const files = {
      'a.yaml': workloads,
      'p.yaml': policy(
        'shop',
        'web',
        'podSelector: {matchLabels: {app: web}}\negress:\n- to:\n  - podSelector: {matchLabels: {app: api}}',
      ),
    };
    const result = remove(files, 'shop/web', 'shop/api');
    expect(write(files, result)['p.yaml']).toBe(
      policy('shop', 'web', 'podSelector: {matchLabels: {app: web}}\npolicyTypes:\n- Ingress\n- Egress\negress: []'),
    );
    expect(changes(files, denyIntent(idOf('shop/web'), idOf('shop/api')))).toHaveLength(1);
  });

  it('says what else goes when the rule covers more', () => {
    const files = api('ingress:\n- from:\n  - podSelector: {}\n- from:\n  - ipBlock: {cidr: 10.0.0.0/8}');
    const { proposals } = proposeEdits(read(files), denyIntent(idOf('shop/web'), idOf('shop/api')));
    const coarse = proposals.ok ? proposals.proposals.find(({ ways }) => ways[0]?.code === 'REMOVE_RULE') : undefined;
    expect(coarse?.plan.warnings).toEqual([
      { code: 'RULE_COVERS_MORE', args: { policy: 'shop/NetworkPolicy/api', direction: 'ingress', rule: '1' } },
    ]);
    expect(describeChanges(coarse!).map((line) => line.split(':')[0])).toEqual([
      'shop/Deployment/web → shop/Deployment/api',
      'shop/Deployment/api → shop/Deployment/api',
      'shop/Deployment/db → shop/Deployment/api',
    ]);
  });

  it('cuts at the end where nothing else goes, and at the other end what served nothing else', () => {
    const open = policy('shop', 'api', 'podSelector: {matchLabels: {app: api}}\ningress:\n- {}');
    const toApi = policy(
      'shop',
      'web',
      'podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress:\n- to:\n  - podSelector: {matchLabels: {app: api}}',
    );
    const files = { 'a.yaml': workloads, 'p.yaml': `${open}---\n${toApi}` };
    expect(write(files, remove(files, 'shop/web', 'shop/api'))['p.yaml']?.startsWith(`${open}---\n`)).toBe(true);
  });

  it('refuses what is not allowed', () => {
    const denied = remove({ 'a.yaml': workloads, 'p.yaml': denyAll }, 'shop/web', 'shop/api');
    expect(denied.ok ? 'a plan' : denied.reason).toBe('NOT_ALLOWED');
  });

  it('cuts at the other end rather than remove what another place refers to, and asks when it must', () => {
    const shared = policy(
      'shop',
      'api',
      'podSelector: {matchLabels: {app: api}}\ningress: &rules\n- from:\n  - podSelector: {matchLabels: {app: web}}\nx: *rules',
    );
    const files = { 'a.yaml': workloads, 'p.yaml': shared };
    expect(write(files, remove(files, 'shop/web', 'shop/api'))['p.yaml']?.startsWith(shared)).toBe(true);
    const web =
      'podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress: &out\n- to:\n  - podSelector: {}\nx: *out';
    const both = { ...files, 'p.yaml': `${shared}---\n${policy('shop', 'web', web)}` };
    expect(remove(both, 'shop/web', 'shop/api')).toMatchObject({
      ok: true,
      plan: { shared: { choice: 'everywhere' } },
    });
  });
});

describe('text that is shared through an anchor', () => {
  const ports = 'ports: &web [{port: 8080}]';
  const shared = policy(
    'shop',
    'api',
    `podSelector: {matchLabels: {app: api}}\ningress:\n- from: [{podSelector: {matchLabels: {app: other}}}]\n  ${ports}\n- from: [{podSelector: {matchLabels: {app: web}}}]\n  ports: *web`,
  );
  const files = { 'a.yaml': workloads, 'p.yaml': shared };

  it('changes for all who refer to it, or here alone, and says what each does', () => {
    const { proposals } = proposeEdits(read(files), allowIntent(idOf('shop/web'), idOf('shop/api'), [tcp(9090)]));
    if (!proposals.ok) throw new Error(proposals.reason);
    const ways = proposals.proposals.map(({ ways: list }) => list.map(({ code }) => code).join(' '));
    expect(ways.filter((way) => way.includes('ALIASES_HERE'))).toHaveLength(1);
    expect(ways.filter((way) => way.includes('ALIASES_EVERYWHERE'))).toHaveLength(1);
    const written = (code: string): string =>
      write(files, {
        ok: true,
        plan: proposals.proposals.find(({ ways: list }) => list.some((way) => way.code === code))!.plan,
      })['p.yaml']!;
    expect(written('ALIASES_EVERYWHERE')).toBe(
      shared.replace('[{port: 8080}]', '[{port: 8080}, {protocol: TCP, port: 9090}]'),
    );
    expect(written('ALIASES_HERE')).toContain(ports);
    expect(written('ALIASES_HERE')).not.toContain('*web');
  });
});

describe('allowing a flow and removing it again', () => {
  const policies = [
    denyAll,
    `${denyAll}---\n${apiPolicy}`,
    `# the law\n${denyAll}# the end\n`,
    apiPolicy,
    policy('shop', 'api', 'podSelector: {matchLabels: {app: api}}\ningress: []'),
    policy('shop', 'api', 'podSelector: {matchLabels: {app: api}}\ningress: [] # none'),
    policy(
      'shop',
      'api',
      'podSelector: {matchLabels: {app: api}}\ningress:\n- from:\n  - podSelector: {matchLabels: {app: db}}\n  ports: [{port: 5432}]',
    ),
    policy(
      'shop',
      'api',
      'podSelector: {matchLabels: {app: api}}\ningress:\n- from:\n  - podSelector: {matchLabels: {app: db}}\n  ports: [{port: 8080}]',
    ),
    policy('shop', 'api', 'podSelector: {matchLabels: {app: api}}\npolicyTypes: [Ingress, Egress]'),
  ];
  const ambiguous = [
    policy('shop', 'api', 'podSelector: {matchLabels: {app: api}}\ningress: []\npolicyTypes: [Ingress]'),
    policy('shop', 'api', 'podSelector: {matchLabels: {app: api}}\ningress:\npolicyTypes: [Ingress]'),
    policy('shop', 'api', 'podSelector: {matchLabels: {app: api}}'),
  ];
  const forms: readonly (readonly [string, (text: string) => string])[] = [
    ['as it is', (text) => text],
    ['without final line end', (text) => text.replace(/\n$/, '')],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['in one file with the workloads', (text) => text],
  ];

  it.each(forms)('gives back the same bytes %s', (name, form) => {
    for (const text of policies) {
      const files: Files = name.startsWith('in one')
        ? { 'a.yaml': `${workloads}---\n${text}` }
        : { 'a.yaml': workloads, 'p.yaml': form(text) };
      for (const [from, to] of [
        ['shop/web', 'shop/api'],
        ['other/job', 'shop/api'],
      ] as const) {
        const allowed = write(files, allow(files, from, to));
        expect(allowed).not.toEqual(files);
        expect(write(allowed, remove(allowed, from, to)), text).toEqual(files);
      }
    }
  });

  it('takes up the way the original said that there are no rules', () => {
    for (const text of [...policies, ...ambiguous]) {
      const files: Files = { 'a.yaml': workloads, 'p.yaml': text };
      const allowed = write(files, allow(files, 'shop/web', 'shop/api'));
      expect(write(allowed, remove(allowed, 'shop/web', 'shop/api', files))).toEqual(files);
    }
  });
});
