import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yaml } from '../testing/yaml.ts';
import { runCli } from './runCli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'polder-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line with `stdin` and gives back all it said. Paths inside the test's folder start with `~/`. */
async function polder(line: string, stdin = '') {
  let stdout = '';
  let stderr = '';
  const status = await runCli(line.split(' ').filter(Boolean).map(place), {
    readStdin: () => Promise.resolve(Buffer.from(stdin)),
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { status, stdout: stdout.replaceAll(folder, '~'), stderr: stderr.replaceAll(folder, '~') };
}

const place = (path: string): string => path.replace(/^~/, folder);

const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(place(path)), { recursive: true });
  writeFileSync(place(path), content);
};

const pod = (name: string) => yaml`
  apiVersion: v1
  kind: Pod
  metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }
  spec: { containers: [{ name: main }] }
  ---
`;

const apiFromWeb = yaml`
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: api, namespace: shop }
  spec:
    podSelector: { matchLabels: { app: api } }
    policyTypes: [Ingress, Egress]
    ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 8080 }] }]
  ---
`;

const shop = pod('web') + pod('api') + apiFromWeb;

interface Flow {
  readonly from: string;
  readonly to: string;
}

const pairs = (stdout: string): string[] =>
  (JSON.parse(stdout) as { flows: Flow[] }).flows
    .filter(({ from, to }) => !`${from}${to}`.includes('external'))
    .map(({ from, to }) => `${from} → ${to}`);

describe('polder', () => {
  it('shows its help when asked', async () => {
    const { status, stdout, stderr } = await polder('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('polder flows PATH… [--by workload|pod]');
    expect(stdout).toContain('polder can FROM TO PROTOCOL/PORT PATH…');
  });

  it('shows its help as an error when nothing is asked', async () => {
    expect(await polder('')).toMatchObject({ status: 2, stdout: '' });
  });

  it('shows its version', async () => {
    expect(await polder('--version')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });

  it.each([
    ['frobnicate', 'there is no command "frobnicate". There are: flows, can, diff.'],
    ['flows', 'no PATH was given'],
    ['flows ~/nowhere', 'no such file or folder: ~/nowhere'],
    ['flows - --frob', "Unknown option '--frob'"],
    ['flows - --by namespace', '--by must be one of workload, pod; not "namespace"'],
    ['flows - --format yaml', '--format must be one of text, json, csv, md, dot; not "yaml"'],
    ['flows - --profile cilium', '--profile must be one of kubernetes; not "cilium"'],
    ['can shop/web shop/api', 'can needs FROM, TO, PROTOCOL/PORT and at least one PATH'],
    ['can shop/web shop/api TCP/8080', 'no PATH was given'],
    ['can shop/web shop/api 8080 -', '"8080" is no PROTOCOL/PORT such as TCP/8080'],
    ['can shop/web shop/api TCP/65536 -', '"TCP/65536" is no PROTOCOL/PORT'],
    ['can shop/web shop/db TCP/80 -', 'there is no shop/db in the manifests'],
    ['can web shop/api TCP/80 -', '"web" is not namespace/name, namespace/Kind/name or an IP address'],
    ['diff -', 'diff needs OLD and NEW: a file, a folder or - each'],
    ['diff - ~/nowhere ~/nowhere', 'diff needs OLD and NEW'],
    ['diff - -', 'only one of OLD and NEW can be standard input'],
    ['diff - ~/nowhere', 'no such file or folder: ~/nowhere'],
    ['diff - - --format csv', '--format must be one of text, json, md; not "csv"'],
    ['can 192.0.2.1 192.0.2.2 TCP/80 -', 'FROM and TO are both outside the cluster'],
  ])('refuses “%s” with status 2', async (line, message) => {
    const { status, stdout, stderr } = await polder(line, shop);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('names the candidates when a name means several', async () => {
    const service =
      'apiVersion: apps/v1\nkind: %\nmetadata: { name: x, namespace: shop }\nspec: { template: {} }\n---\n';
    const both = service.replace('%', 'Deployment') + service.replace('%', 'StatefulSet');
    const { status, stderr } = await polder('can shop/x shop/web TCP/80 -', shop + both);
    expect(status).toBe(2);
    expect(stderr).toContain('"shop/x" may be shop/Deployment/x or shop/StatefulSet/x');
  });
});

describe('polder flows', () => {
  it('reads standard input', async () => {
    const { status, stdout } = await polder('flows - --format json', shop);
    expect(status).toBe(0);
    expect(pairs(stdout)).toEqual(['shop/Pod/web → shop/Pod/api']);
  });

  it('reads a folder at any depth in the order of names, and leaves out what is no manifest', async () => {
    write('~/tree/b/web.yml', pod('web'));
    write('~/tree/a/api.json', JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'api' }, spec: {} }));
    write('~/tree/policy.YAML', apiFromWeb);
    write('~/tree/notes.txt', pod('notes'));
    write('~/tree/node_modules/x/pod.yaml', pod('vendored'));
    write('~/tree/.git/pod.yaml', pod('git'));
    const { status, stdout } = await polder('flows ~/tree --format json');
    expect(status).toBe(0);
    const { endpoints } = JSON.parse(stdout) as { endpoints: { id: string; kind: string }[] };
    expect(endpoints.filter(({ kind }) => kind === 'Pod').map(({ id }) => id)).toEqual([
      'default/Pod/api',
      'shop/Pod/web',
    ]);
  });

  it('reads a file once however often it is named, and does not run round in circles of links', async () => {
    write('~/circle/pod.yaml', pod('web'));
    symlinkSync(place('~/circle'), place('~/circle/again'));
    const { status, stderr } = await polder('flows ~/circle ~/circle/pod.yaml --format json');
    expect(status).toBe(0);
    expect(stderr).not.toContain('OBJECT_DUPLICATE');
  });

  it('reads a file whatever its name when it is named itself', async () => {
    write('~/manifest.txt', shop);
    expect(pairs((await polder('flows ~/manifest.txt --format json')).stdout)).toHaveLength(1);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${shop}`)],
    ['UTF-16', Buffer.from(`\uFEFF${shop}`, 'utf16le')],
  ])('reads %s', async (_, bytes) => {
    write('~/encoded.yaml', bytes);
    const { stdout, stderr } = await polder('flows ~/encoded.yaml --format json');
    expect(pairs(stdout)).toEqual(['shop/Pod/web → shop/Pod/api']);
    expect(stderr).not.toMatch(/YAML_SYNTAX|BINARY/);
  });

  it('puts problems on stderr, one line each with its place, and goes on', async () => {
    const { status, stdout, stderr } = await polder('flows - --format json', `${shop}kind: [\n---\n`);
    expect(status).toBe(0);
    expect(pairs(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/^-:\d+:\d+ YAML_SYNTAX This is not valid YAML: .*$/m);
    const { problems } = JSON.parse(stdout) as { problems: { code: string }[] };
    expect(problems.map(({ code }) => code)).toContain('YAML_SYNTAX');
    expect(stderr.trim().split('\n')).toHaveLength(problems.length);
  });

  it('names the namespaces whose labels it assumes, with and without --assume-complete', async () => {
    const byTeam = apiFromWeb.replace(
      'podSelector: { matchLabels: { app: web } }',
      'namespaceSelector: { matchLabels: { team: a } }',
    );
    const said = await polder('flows -', shop + byTeam);
    expect(said.stderr).toContain('LABELS_ASSUMED');
    expect(said.stderr).toContain('“shop”');
    expect(said.stdout).toContain('shop/Pod/web → shop/Pod/api: uncertain: TCP 8080');
    const assumed = await polder('flows - --assume-complete', shop + byTeam);
    expect(assumed.stderr).toContain('assume that it has no such label');
    expect(assumed.stdout).not.toContain('shop/Pod/api: uncertain');
  });

  it('says on stderr and in every format which policies it does not evaluate', async () => {
    const cilium =
      'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: x, namespace: shop }\nspec: {}\n';
    for (const format of ['text', 'json', 'csv', 'md', 'dot']) {
      const { stdout, stderr } = await polder(`flows - --format ${format}`, shop + cilium);
      expect(stderr).toContain('POLICY_NOT_EVALUATED');
      expect(stdout).toContain('CiliumNetworkPolicy');
    }
  });

  it('says on stderr and in every format which objects stand for others that are not there', async () => {
    const release =
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: x, namespace: shop }\nspec: {}\n';
    for (const format of ['text', 'json', 'csv', 'md', 'dot']) {
      const { stdout, stderr } = await polder(`flows - --format ${format}`, `${shop}${release}---\n${release}`);
      expect(stderr).toContain('NOT_RENDERED');
      expect(stdout).toContain('HelmRelease');
    }
  });

  it('says which file it cannot read, and reads the others', async () => {
    write('~/unreadable/shop.yaml', shop);
    symlinkSync('nowhere.yaml', place('~/unreadable/link.yaml'));
    write('~/unreadable/huge.yaml', '');
    truncateSync(place('~/unreadable/huge.yaml'), 3 * 2 ** 30);
    const { status, stdout, stderr } = await polder('flows ~/unreadable --format json');
    expect(status).toBe(0);
    expect(pairs(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/^~\/unreadable\/huge\.yaml:1:1 FILE_TOO_LARGE This file is too large to read: 3220 MB, /m);
    expect(stderr).toMatch(/^~\/unreadable\/link\.yaml:1:1 FILE_UNREADABLE This file cannot be read: /m);
    expect(stdout).toContain('FILE_UNREADABLE');
  });

  it('ends with status 2 when it cannot read the only file', async () => {
    write('~/huge.yaml', '');
    truncateSync(place('~/huge.yaml'), 2 ** 30);
    expect(await polder('can shop/web shop/api TCP/80 ~/huge.yaml')).toMatchObject({ status: 2 });
  });

  it('ends with status 2 when nothing it read is a Kubernetes object', async () => {
    write('~/nothing/values.yaml', 'replicas: 2\n');
    expect(await polder('flows ~/nothing')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nothing in ~/nothing is a Kubernetes object') as string,
    });
    mkdirSync(place('~/bare'));
    expect(await polder('flows ~/bare')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no .yaml, .yml or .json file in ~/bare') as string,
    });
  });
});

describe('polder can', () => {
  it('ends with status 0 and the reasons when allowed', async () => {
    const { status, stdout } = await polder('can shop/web shop/api tcp/8080 -', shop);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^shop\/Pod\/web → shop\/Pod\/api TCP\/8080: allowed\n/);
    expect(stdout).toContain('allowed by api spec.ingress[0] from[0] ports[0] (-:17)');
  });

  it('ends with status 1 and the reasons when denied', async () => {
    const { status, stdout } = await polder('can shop/Pod/api shop/web TCP/80 -', shop);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^shop\/Pod\/api → shop\/Pod\/web TCP\/80: denied\n {2}because /);
    expect(stdout).toContain('because shop/NetworkPolicy/api has no egress rule');
  });

  it('takes an address for an end', async () => {
    expect(await polder('can 192.0.2.1 shop/web TCP/80 -', shop)).toMatchObject({ status: 0 });
    const denied = await polder('can 192.0.2.1 shop/api TCP/8080 -', shop);
    expect(denied.status).toBe(1);
    expect(denied.stdout).toMatch(
      /^192\.0\.2\.1 \(in external:0\.0\.0\.0-255\.255\.255\.255\) → shop\/Pod\/api TCP\/8080: denied\n/,
    );
  });

  it('gives the same as json', async () => {
    const { status, stdout } = await polder('can shop/web shop/api TCP/9090 - --format json', shop);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      verdict: 'denied',
      ingress: { notAdmittedBy: [{ because: 'port', file: '-', line: 17 }] },
    });
  });

  it('ends with status 1 when it is uncertain, which --assume-complete settles', async () => {
    const text = shop.replace(
      'podSelector: { matchLabels: { app: web } }',
      'namespaceSelector: { matchLabels: { a: b } }',
    );
    expect(text).not.toBe(shop);
    const { status, stdout } = await polder('can shop/web shop/api TCP/8080 -', text);
    expect(status).toBe(1);
    expect(stdout).toMatch(/: uncertain\n {2}because no Namespace object of shop is in the import/);
    const complete = await polder('can shop/web shop/api TCP/8080 - --assume-complete', text);
    expect(complete.status).toBe(1);
    expect(complete.stdout).toMatch(/: denied\n/);
  });
});

describe('polder diff', () => {
  const other = apiFromWeb.replace('8080', '9090');

  it('says what changes and why, with status 1', async () => {
    write('~/old/shop.yaml', shop);
    write('~/new/shop.yaml', pod('web') + pod('api') + other);
    expect(await polder('diff ~/old ~/new --assume-complete')).toMatchObject({
      status: 1,
      stdout: [
        '1 flow changes; policy: 1 changed.',
        '',
        'NetworkPolicy shop/api changed: spec.ingress[0] changed (~/new/shop.yaml:11)',
        '  ~ shop/web → shop/api: TCP 8080 → TCP 9090',
        '',
      ].join('\n'),
    });
  });

  it('says that nothing differs, with status 0', async () => {
    write('~/same/a.yaml', `# moved\n${apiFromWeb}`);
    write('~/same/b.yaml', pod('api') + pod('web'));
    const { status, stdout } = await polder('diff - ~/same', shop);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'Nothing differs: the same policies, workloads and namespaces, and the same flows.\n',
    });
  });

  it('prints JSON with each pair in one block', async () => {
    write('~/json/new.yaml', pod('web') + pod('api') + other);
    const { status, stdout } = await polder('diff - ~/json --format json --assume-complete', shop);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      profile: 'kubernetes',
      same: false,
      summary: { flows: { added: 0, removed: 0, changed: 1 }, policies: { added: 0, removed: 0, changed: 1 } },
      changes: [
        {
          cause: 0,
          change: 'changed',
          from: ['shop/Pod/web'],
          to: ['shop/Pod/api'],
          old: { ports: { TCP: [[8080, 8080]] } },
          new: { ports: { TCP: [[9090, 9090]] } },
        },
      ],
      causes: [{ type: 'policy', ids: ['shop/NetworkPolicy/api'] }],
    });
  });

  it('names the problems of both sides with their files', async () => {
    write('~/bad-old.yaml', `${shop}a: [\n`);
    write('~/bad-new.yaml', `${shop}b: [\n`);
    const { stderr } = await polder('diff ~/bad-old.yaml ~/bad-new.yaml');
    expect(stderr).toMatch(/^~\/bad-old\.yaml:\d+:\d+ YAML_SYNTAX/m);
    expect(stderr).toMatch(/^~\/bad-new\.yaml:\d+:\d+ YAML_SYNTAX/m);
  });

  it('refuses a side without Kubernetes objects', async () => {
    expect(await polder('diff - ~/bad-new.yaml', 'a: 1\n')).toMatchObject({ status: 2, stdout: '' });
  });
});
