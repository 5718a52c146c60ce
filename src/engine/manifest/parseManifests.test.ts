import { describe, expect, it } from 'vitest';
import { yaml } from '../../testing/yaml.ts';
import { createLineIndex, toLineColumn } from './createLineIndex.ts';
import type { ManifestSet } from './ManifestSet.ts';
import { parseManifests } from './parseManifests.ts';
import { toFilePath } from './SourceFile.ts';
import type { SourceFile } from './SourceFile.ts';
import type { SourceNode } from './SourceNode.ts';

const file = (path: string, text: string): SourceFile => ({ path: toFilePath(path), text });
const parse = (text: string, previous?: ManifestSet): ManifestSet => parseManifests([file('a.yaml', text)], previous);
const ids = ({ objects }: ManifestSet): readonly string[] => objects.map(({ id }) => id);

/** `line:column code severity`, without the notices on namespaces. */
const problems = (set: ManifestSet): readonly string[] =>
  set.problems
    .filter(({ code }) => code !== 'NAMESPACE_NOT_DESCRIBED')
    .map(({ code, severity, at }) => {
      const text = set.files.find(({ source }) => source.path === at.file)?.source.text ?? '';
      const { line, column } = toLineColumn(createLineIndex(text), at.start);
      return `${line}:${column} ${code} ${severity}`;
    });

const pod = (name: string, rest = ''): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\n${rest}`;

describe('objects', () => {
  it('are told apart by API group and kind', () => {
    const of = (apiVersion: string, kind: string): string | undefined =>
      parse(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\nspec: {template: {}}\n`).objects[0]?.type;
    expect(of('v1', 'Namespace')).toBe('namespace');
    expect(of('v1', 'Pod')).toBe('pod');
    expect(of('v1', 'Service')).toBe('service');
    expect(of('apps/v1', 'Deployment')).toBe('workload');
    expect(of('extensions/v1beta1', 'Deployment')).toBe('workload');
    expect(of('v1', 'ReplicationController')).toBe('workload');
    expect(of('networking.k8s.io/v1', 'NetworkPolicy')).toBe('policy');
    expect(of('extensions/v1beta1', 'NetworkPolicy')).toBe('policy');
    expect(of('projectcalico.org/v3', 'NetworkPolicy')).toBe('policy');
    expect(of('crd.projectcalico.org/v1', 'GlobalNetworkSet')).toBe('policy');
    expect(of('cilium.io/v2', 'CiliumClusterwideNetworkPolicy')).toBe('policy');
    expect(of('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy')).toBe('policy');
    expect(of('security.istio.io/v1', 'AuthorizationPolicy')).toBe('policy');
    expect(of('serving.knative.dev/v1', 'Service')).toBe('other');
    expect(of('example.com/v1', 'NetworkPolicy')).toBe('other');
    expect(of('v1', 'ConfigMap')).toBe('other');
  });

  it('are in the namespace they name, in default, or in none', () => {
    const set = parse(yaml`
      apiVersion: v1
      kind: Pod
      metadata: {name: a, namespace: shop}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: b}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: c, namespace: shop}
    `);
    expect(ids(set)).toEqual(['shop/Pod/a', 'default/Pod/b', 'ClusterRole/c']);
    expect(set.objects.map(({ namespaceStated }) => namespaceStated)).toEqual([true, false, false]);
    expect(problems(set)).toEqual(['11:32 FIELD_VALUE info']);
  });

  it('of lists are read one by one, kind and apiVersion taken from a typed list', () => {
    const set = parse(yaml`
      apiVersion: v1
      kind: List
      items:
        - apiVersion: v1
          kind: PodList
          items:
            - metadata: {name: a}
            - metadata: {name: b}
        - apiVersion: v1
          kind: Service
          metadata: {name: c}
        - metadata: {name: d}
    `);
    expect(ids(set)).toEqual(['default/Pod/a', 'default/Pod/b', 'default/Service/c']);
    expect(set.objects.every(({ source }) => source.inList)).toBe(true);
    expect(set.objects[0]?.apiVersion).toBe('v1');
    expect(problems(set)).toEqual(['12:5 KIND_MISSING error']);
  });

  it('come from several JSON values in one file', () => {
    const set = parse(
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}\n{"apiVersion":"v1","kind":"Pod","metadata":{"name":"b"}}\n',
    );
    expect(ids(set)).toEqual(['default/Pod/a', 'default/Pod/b']);
    expect(set.files[0]?.documents.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('that stand before a broken JSON value count', () => {
    const json = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } });
    const set = parse(`${json}\n${json.slice(0, -2)}\n`);
    expect(ids(set)).toEqual(['default/Pod/a']);
    expect(problems(set)).toEqual(['2:44 YAML_SYNTAX error']);
  });

  it('with a generated name are called by its beginning', () => {
    expect(
      ids(parse('apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: run-}\nspec: {template: {}}\n')),
    ).toEqual(['default/Job/run-*']);
  });

  it('tell a pod’s ports, addresses, owners and end', () => {
    const [object] = parse(yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: a
        ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: r, controller: true}]
      spec:
        hostNetwork: true
        containers:
          - image: one
            ports: [{containerPort: 80, name: web}, {containerPort: 53, protocol: UDP}]
          - image: two
        initContainers:
          - ports: [{containerPort: 9000}]
      status:
        phase: Succeeded
        hostIP: 10.0.0.9
        podIP: 10.1.0.1
        podIPs: [{ip: 10.1.0.1}, {ip: "fd00::1"}, {ip: nonsense}]
    `).objects;
    expect(object).toMatchObject({
      ports: [
        { name: 'web', port: 80, protocol: 'TCP' },
        { name: null, port: 53, protocol: 'UDP' },
        { name: null, port: 9000, protocol: 'TCP' },
      ],
      images: ['one', 'two'],
      hostNetwork: true,
      ips: ['10.1.0.1', 'fd00::1'],
      hostIp: '10.0.0.9',
      completed: true,
      owners: [{ kind: 'ReplicaSet', name: 'r', controller: true }],
    });
  });

  it('tell the template of a CronJob and the selector of a ReplicationController', () => {
    const set = parse(yaml`
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: a}
      spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: x}}}}}}
      ---
      apiVersion: v1
      kind: ReplicationController
      metadata: {name: b}
      spec: {replicas: 2, selector: {app: web}, template: {metadata: {labels: {app: web}}}}
    `);
    expect(set.objects).toMatchObject([
      { kind: 'CronJob', replicas: null, template: { labels: { app: 'x' } } },
      { replicas: 2, selector: { matchLabels: { app: 'web' }, matchExpressions: [] } },
    ]);
  });
});

describe('what the API server would reject is left out and says why', () => {
  it.each([
    [
      'a label that YAML reads as a boolean',
      pod('a').replace('{name: a}', '{name: a, labels: {x: yes}}'),
      '3:33 FIELD_TYPE error',
    ],
    [
      'a label value that is none',
      pod('a').replace('{name: a}', '{name: a, labels: {x: a/b}}'),
      '3:33 FIELD_VALUE error',
    ],
    ['a name that is none', pod('A_b'), '3:18 FIELD_VALUE error'],
    ['a name that is a number', pod('8080'), '3:18 FIELD_TYPE error'],
    ['no name', 'apiVersion: v1\nkind: Pod\n', '1:1 NAME_MISSING error'],
    ['a port in quotes', pod('a', 'spec: {containers: [{ports: [{containerPort: "80"}]}]}\n'), '4:46 FIELD_TYPE error'],
    [
      'a port out of range',
      pod('a', 'spec: {containers: [{ports: [{containerPort: 0}]}]}\n'),
      '4:46 FIELD_VALUE error',
    ],
    [
      'an unknown protocol',
      pod('a', 'spec: {containers: [{ports: [{containerPort: 1, protocol: tcp}]}]}\n'),
      '4:59 FIELD_VALUE error',
    ],
    ['ports that are no list', pod('a', 'spec: {containers: [{ports: {}}]}\n'), '4:29 FIELD_TYPE error'],
    ['a template in a name', 'apiVersion: v1\nkind: Pod\nmetadata: {name: "{{ x }}"}\n', '3:18 HELM_TEMPLATE error'],
    [
      'a workload without a template',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {}\n',
      '4:7 FIELD_VALUE error',
    ],
    [
      'a selector with an unknown operator',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {}, selector: {matchExpressions: [{key: a, operator: Is}]}}\n',
      '4:52 FIELD_VALUE error',
    ],
  ])('%s', (_, text, problem) => {
    const set = parse(text);
    expect(problems(set)[0]).toBe(problem);
    expect(set.objects).toEqual([]);
    expect(set.problems[0]?.excluded).toMatch(/Pod|Deployment/);
  });

  it.each([
    ['a name that is none', '{name: Bad_Name}', '3:18 FIELD_VALUE error'],
    ['a namespace that is none', '{name: a, namespace: Bad_Name}', '3:32 FIELD_VALUE error'],
    ['a label that is none', '{name: a, labels: {x: a/b}}', '3:33 FIELD_VALUE error'],
    ['a name that a template makes', '{name: "{{ .Values.name }}"}', '3:18 HELM_TEMPLATE error'],
  ])('as a NetworkPolicy with %s', (_, metadata, problem) => {
    const set = parse(`apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: ${metadata}\nspec: {}\n`);
    expect(ids(set)).toEqual([]);
    expect(problems(set)).toEqual([problem]);
    expect(set.problems[0]?.excluded).toContain('NetworkPolicy');
  });

  it.each([
    ['v1', 'NetworkPolicy', 'networking.k8s.io/v1 NetworkPolicy'],
    ['apps/v1', 'NetworkPolicy', 'networking.k8s.io/v1 NetworkPolicy'],
    ['networking.k8s.io/v1', 'networkpolicy', 'networking.k8s.io/v1 NetworkPolicy'],
    ['v1', 'Deployment', 'apps/v1 Deployment'],
    ['apps/v1', 'Pod', 'v1 Pod'],
  ])('as a kind that Kubernetes does not know, though it reads like one: %s %s', (apiVersion, kind, expected) => {
    const set = parse(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: {}\n`);
    expect(set.objects).toMatchObject([{ type: 'other' }]);
    expect(set.problems).toMatchObject([
      {
        code: 'KIND_NOT_EVALUATED',
        severity: 'error',
        args: { kind, apiVersion, expected },
        excluded: `default/${kind}/a`,
      },
    ]);
  });

  it('but a kind of somebody else’s API group is none of ours, whatever its name', () => {
    expect(problems(parse('apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: a}\n'))).toEqual([]);
    expect(problems(parse('apiVersion: apps.kruise.io/v1\nkind: StatefulSet\nmetadata: {name: a}\n'))).toEqual([]);
  });

  it('as a list whose items are no list', () => {
    const set = parse('apiVersion: v1\nkind: PodList\nitems: {a: b}\n');
    expect(ids(set)).toEqual([]);
    expect(problems(set)).toEqual(['3:8 FIELD_TYPE error']);
  });

  it('but a policy of a dialect that is not evaluated stays in view', () => {
    const set = parse('apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: Odd, labels: {a: 1}}\n');
    expect(ids(set)).toEqual(['default/NetworkPolicy/Odd']);
    expect(problems(set)).toEqual(['3:35 FIELD_TYPE warning']);
  });

  it('and names that are filled in later are taken as they are', () => {
    expect(ids(parse(pod('"${APP}"')))).toEqual(['default/Pod/${APP}']);
  });
});

describe('files that are no manifests', () => {
  it.each([
    ['values.yaml', 'replicas: 1\n', 'NOT_KUBERNETES info'],
    ['Chart.yaml', 'apiVersion: v2\nname: x\n', 'NOT_KUBERNETES info'],
    ['kustomization.yaml', 'resources: [a.yaml]\n', 'NOT_KUBERNETES info'],
    ['k.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', 'NOT_KUBERNETES info'],
    ['any.json', '["a"]', 'NOT_KUBERNETES warning'],
    ['any.yaml', 'just text\n', 'NOT_KUBERNETES warning'],
    ['patch.yaml', '- {op: remove, path: /a}\n', 'KUSTOMIZE_PATCH info'],
    ['patch.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n$patch: delete\n', 'KUSTOMIZE_PATCH warning'],
    ['a.yaml', 'apiVersion: v1\nmetadata: {name: a}\n', 'KIND_MISSING error'],
    ['a.yaml', 'metadata: {name: a}\nspec: {}\n', 'KIND_MISSING error'],
    ['a.yaml', '', 'FILE_EMPTY info'],
    ['a.yaml', '# only\n---\n', 'FILE_EMPTY info'],
    ['a.yaml', 'PK\u0003\u0004\0\0', 'FILE_BINARY error'],
    ['a.yaml', '\uFFFD\uFFFDabc', 'FILE_BINARY error'],
  ])('%s with %j: %s', (path, text, problem) => {
    const set = parseManifests([file(path, text)]);
    expect(set.objects).toEqual([]);
    expect(problems(set)).toEqual([`1:1 ${problem}`]);
  });
});

describe('the same object twice', () => {
  it('counts as it is written last, and each earlier one says where that is', () => {
    const set = parseManifests([
      file('a.yaml', `${pod('x')}---\n${pod('w')}`),
      file('b.yaml', `# hi\n---\n${pod('x', 'spec: {hostNetwork: true}\n')}---\n${pod('w')}`),
    ]);
    expect(set.objects.map(({ id, source }) => `${source.file} ${id}`)).toEqual([
      'b.yaml default/Pod/x',
      'b.yaml default/Pod/w',
    ]);
    expect(set.problems.filter(({ code }) => code === 'OBJECT_DUPLICATE')).toMatchObject([
      { severity: 'warning', at: { file: 'a.yaml' }, args: { id: 'default/Pod/x', otherFile: 'b.yaml', otherLine: 3 } },
      { severity: 'info', args: { id: 'default/Pod/w', otherFile: 'b.yaml', otherLine: 8 } },
    ]);
  });

  it('is not the same when only the kind’s name is', () => {
    const policy = (group: string): string => `apiVersion: ${group}\nkind: NetworkPolicy\nmetadata: {name: p}\n`;
    const set = parse(`${policy('networking.k8s.io/v1')}---\n${policy('projectcalico.org/v3')}`);
    expect(set.objects).toHaveLength(2);
  });
});

it('each namespace that nothing describes is named once, where it is first used', () => {
  const set = parse(
    `${pod('x')}---\n${pod('w')}---\napiVersion: v1\nkind: Pod\nmetadata: {name: z, namespace: a}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n`,
  );
  expect(set.problems).toMatchObject([
    { code: 'NAMESPACE_NOT_DESCRIBED', at: { start: 0 }, args: { namespace: 'default' } },
  ]);
});

it('a broken document leaves the others alone', () => {
  const set = parse(`${pod('x')}---\na: "b\n---\n${pod('w')}`);
  expect(ids(set)).toEqual(['default/Pod/x', 'default/Pod/w']);
  expect(problems(set)).toEqual(['5:4 YAML_SYNTAX error']);
  expect(set.files[0]?.documents.map(({ status }) => status)).toEqual(['ok', 'broken', 'ok']);
});

describe('reading again after a change', () => {
  const before = `${pod('x')}---\n${pod('w', 'spec: {containers: [{image: &i one}, {image: *i}]}\n')}---\n${pod('z')}`;
  const first = parse(before);

  it('takes over what did not change', () => {
    const again = parseManifests([file('a.yaml', before)], first);
    expect(again.files[0]).toBe(first.files[0]);
    const changed = parse(before.replace('name: z', 'name: zz'), first);
    expect(changed.objects[0]).toBe(first.objects[0]);
    expect(changed.objects[1]).toBe(first.objects[1]);
    expect(ids(changed)).toEqual(['default/Pod/x', 'default/Pod/w', 'default/Pod/zz']);
  });

  it.each([
    ['a longer name before', before.replace('name: x', 'name: xxxxxx')],
    ['a document more in front', `${pod('new')}---\n${before}`],
    ['a document less', before.slice(before.indexOf('---') + 4)],
    ['documents in another order', `${pod('z')}---\n${before.slice(0, before.lastIndexOf('---'))}`],
    ['a broken document in front', `a: "\n---\n${before}`],
  ])('gives the same as reading afresh: %s', (_, text) => {
    const contents = ({ files, objects, problems: all }: ManifestSet): object => ({
      files: files.map(({ documents }) => documents.map((document) => ({ ...document, root: document.root }))),
      objects,
      problems: all,
      nodes: objects.map(({ source }) => source.node),
    });
    expect(contents(parse(text, first))).toEqual(contents(parse(text)));
  });

  it('keeps the objects of a document that cannot be read any more, and forgets them when it can', () => {
    const broken = before.replace('name: w}', 'name: w');
    const stale = parse(broken, first);
    expect(ids(stale)).toEqual(ids(first));
    expect(stale.objects[1]).toBe(first.objects[1]);
    expect(stale.files[0]?.documents[1]).toMatchObject({ status: 'stale', root: null });
    expect(problems(stale)).toEqual(['7:11 YAML_SYNTAX error']);

    const still = parse(`${broken.replace('name: x', 'name: xxx')}`, stale);
    expect(ids(still)).toEqual(['default/Pod/xxx', 'default/Pod/w', 'default/Pod/z']);
    const [, moved] = still.objects;
    expect(moved && moved.source.range.start - (first.objects[1]?.source.range.start ?? 0)).toBe(2);

    const renamed = parse(before.replace('name: w}', 'name: other}'), still);
    expect(ids(renamed)).toEqual(['default/Pod/x', 'default/Pod/other', 'default/Pod/z']);
    expect(renamed.files[0]?.documents[1]?.status).toBe('ok');
  });

  it('keeps nothing of a document that was deleted', () => {
    const set = parse(`${pod('x')}---\na: "`, parse(`${pod('x')}---\n${pod('w')}---\n${pod('z')}`));
    expect(ids(set)).toHaveLength(2);
  });
});

it('never throws, whatever the text is cut down to', () => {
  const text = `\uFEFF${pod('x', 'spec: {a: &b [*b, "c\n\td"], "e": |\n f\n')}---\r\n{"a": [1, {}]}\n...\n%YAML 1.1\n--- !!map\n? a\n: <<\n`;
  const visit = (node: SourceNode): number => node.range.end;
  for (let end = 0; end <= text.length; end++) {
    for (const piece of [text.slice(0, end), text.slice(end)]) {
      for (const { documents } of parse(piece).files) {
        for (const { root } of documents) expect(root === null ? 0 : visit(root)).toBeLessThanOrEqual(piece.length);
      }
    }
  }
});
