import { describe, expect, it } from 'vitest';
import type { AliasChoice } from '../../edits/AliasChoice.ts';
import { applyPlan } from '../../edits/applyPlan.ts';
import type { RefusalCode } from '../../edits/EditPlan.ts';
import { parseManifests } from '../../manifest/parseManifests.ts';
import { toFilePath } from '../../manifest/SourceFile.ts';
import { planFormEdit } from './planFormEdit.ts';
import type { FormEdit } from './PolicyForm.ts';
import { readPolicyForm } from './readPolicyForm.ts';

const path = toFilePath('api.yaml');

const policy = `# who may call the api
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api # the backend
  ingress:
  - from: # callers
    - podSelector:
        matchLabels: {app: web}
    - ipBlock:
        cidr: 10.0.0.0/8
        except: [10.1.0.0/16]   # the test network
    ports:
    - port: 8080
  egress:
    - {}
`;

const read = (text: string) => {
  const manifests = parseManifests([{ path, text }]);
  return { manifests, id: manifests.policies[0]!.id };
};

const edit = (text: string, change: FormEdit, aliases?: AliasChoice): string | RefusalCode => {
  const { manifests, id } = read(text);
  const planned = planFormEdit(manifests, id, change, { aliases });
  if (!planned.ok) return planned.reason;
  const applied = applyPlan(new Map([[path, text]]), planned.plan);
  if (!applied.ok) throw new Error('the plan fits');
  return applied.files.get(path)!;
};

const expectEdit = (change: FormEdit, old: string, next: string): void => {
  expect(policy).toContain(old);
  expect(edit(policy, change)).toBe(policy.replace(old, next));
};

const subject = { of: 'subject' } as const;
const rule = { direction: 'ingress', rule: 0 } as const;
const callers = { of: 'pods', ...rule, item: 0 } as const;

const shared = `metadata:
  name: &app api
  namespace: shop
kind: NetworkPolicy
apiVersion: networking.k8s.io/v1
spec:
  podSelector:
    matchLabels:
      app: *app
  ingress:
  - from: &peers
    - podSelector: {}
    ports: [{port: 80}]
  - from: *peers
    ports: [{port: 81}]
`;

describe('a policy as fields', () => {
  it('says what is written, and what goes without saying', () => {
    const { manifests, id } = read(policy);
    const form = readPolicyForm(manifests, id)!;
    expect(form).toMatchObject({
      name: 'api',
      subject: { requirements: [{ key: 'app', operator: 'Equals', values: ['api'] }] },
      types: { ingress: true, egress: true, stated: false },
      blocked: null,
    });
    expect(form.rules.ingress[0]).toMatchObject({
      peers: [
        { type: 'pods', namespaces: null, pods: { requirements: [{ key: 'app', values: ['web'] }] } },
        { type: 'addresses', cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] },
      ],
      ports: [{ protocol: null, port: 8080, endPort: null }],
    });
    expect(form.rules.egress[0]).toMatchObject({ peers: null, ports: null });
  });

  it('leaves what it has no field for as text', () => {
    const odd = policy.replace('port: 8080', 'port: 8080\n      name: http').replace('app: web', 'app: [web]');
    const { manifests, id } = read(odd);
    const [first] = readPolicyForm(manifests, id)!.rules.ingress;
    expect(first).toMatchObject({ peers: [{ type: 'text' }, { type: 'addresses' }], ports: [{ type: 'text' }] });
    expect(
      edit(odd, { type: 'addPort', ...rule, port: { type: 'port', protocol: 'UDP', port: 53, endPort: null } }),
    ).toBe(odd.replace('      name: http\n', '      name: http\n    - protocol: UDP\n      port: 53\n'));
  });

  it('is read only while the text is broken', () => {
    const { manifests: good } = read(policy);
    const manifests = parseManifests([{ path, text: policy.replace('kind: Net', 'kind Net') }], good);
    const { id } = read(policy);
    expect(readPolicyForm(manifests, id)).toMatchObject({ name: 'api', blocked: { reason: 'DOCUMENT_STALE' } });
    expect(planFormEdit(manifests, id, { type: 'setName', name: 'b' })).toMatchObject({ reason: 'DOCUMENT_STALE' });
  });
});

describe('an edit of a field', () => {
  it('writes a value in its place, comments beside it and all', () => {
    expectEdit({ type: 'setName', name: 'backend' }, 'name: api', 'name: backend');
    const requirement = { key: 'app', operator: 'Equals', values: ['core'] } as const;
    expectEdit({ type: 'setRequirement', selector: subject, position: 0, requirement }, 'app: api #', 'app: core #');
    const renamed = { key: 'tier', operator: 'Equals', values: ['web'] } as const;
    expectEdit(
      { type: 'setRequirement', selector: callers, position: 0, requirement: renamed },
      '{app: web}',
      '{tier: web}',
    );
  });

  it('writes new parts in the habits of the file', () => {
    const requirement = { key: 'tier', operator: 'In', values: ['a', '1'] } as const;
    expectEdit(
      { type: 'addRequirement', selector: subject, requirement },
      '# the backend\n',
      `# the backend
    matchExpressions:
    - key: tier
      operator: In
      values:
      - a
      - '1'
`,
    );
    const block = { type: 'addresses', cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.2.0.0/16'] } as const;
    expectEdit({ type: 'setBlock', ...rule, item: 1, block }, '[10.1.0.0/16]', '[10.1.0.0/16, 10.2.0.0/16]');
  });

  it('turns an entry of matchLabels into an expression and back', () => {
    const expression = { key: 'app', operator: 'NotIn', values: ['web'] } as const;
    const there = edit(policy, { type: 'setRequirement', selector: callers, position: 0, requirement: expression });
    expect(there).toContain('- podSelector:\n        matchExpressions:');
    const label = { key: 'app', operator: 'Equals', values: ['web'] } as const;
    const back = edit(there, { type: 'setRequirement', selector: callers, position: 0, requirement: label });
    expect(readPolicyForm(read(back).manifests, read(back).id)!.rules.ingress[0]).toMatchObject({
      peers: [{ pods: { requirements: [label] } }, {}],
    });
  });

  it('never lets an empty list mean more than was asked for', () => {
    const port = { type: 'removePort', ...rule, item: 0 } as const;
    expect(edit(policy, port)).toBe('WOULD_OPEN');
    expectEdit({ type: 'openPorts', ...rule }, '    ports:\n    - port: 8080\n', '');
    // Egress is isolated only because there is an egress rule: without it, the type has to be said.
    expectEdit(
      { type: 'removeRule', direction: 'egress', rule: 0 },
      policy.slice(policy.indexOf('  ingress:')),
      `  policyTypes:
  - Ingress
  - Egress
${policy.slice(policy.indexOf('  ingress:')).replace('  egress:\n    - {}\n', '  egress: []\n')}`,
    );
    expect(edit(policy, { type: 'setIsolation', direction: 'ingress', isolates: false })).toContain(
      '- Egress\n  ingress',
    );
  });

  it.each<[RefusalCode, FormEdit]>([
    ['BAD_NAME', { type: 'setName', name: 'No Name' }],
    [
      'BAD_LABEL',
      { type: 'addRequirement', selector: subject, requirement: { key: 'a b', operator: 'Exists', values: [] } },
    ],
    ['NO_VALUES', { type: 'addRequirement', selector: subject, requirement: { key: 'a', operator: 'In', values: [] } }],
    [
      'KEY_TAKEN',
      { type: 'addRequirement', selector: subject, requirement: { key: 'app', operator: 'Equals', values: ['x'] } },
    ],
    ['BAD_CIDR', { type: 'addPeer', ...rule, peer: { type: 'addresses', cidr: '10.0.0.0/33', except: [] } }],
    [
      'BAD_CIDR',
      { type: 'setBlock', ...rule, item: 1, block: { type: 'addresses', cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } },
    ],
    ['BAD_PORT', { type: 'addPort', ...rule, port: { type: 'port', protocol: 'TCP', port: 70000, endPort: null } }],
    ['BAD_PORT', { type: 'addPort', ...rule, port: { type: 'port', protocol: 'TCP', port: '8080', endPort: null } }],
    ['NO_PORTS', { type: 'setPort', ...rule, item: 0, port: { type: 'port', protocol: 'TCP', port: 90, endPort: 80 } }],
    ['NOTHING_TO_CHANGE', { type: 'setIsolation', direction: 'egress', isolates: true }],
    ['DOCUMENT_STALE', { type: 'removePeer', direction: 'egress', rule: 4, item: 0 }],
  ])('is refused as %s', (reason, change) => {
    expect(edit(policy, change)).toBe(reason);
  });
});

describe('an edit of what is shared through an anchor', () => {
  const requirement = { key: 'app', operator: 'Equals', values: ['core'] } as const;
  const ofSubject = { type: 'setRequirement', selector: subject, position: 0, requirement } as const;

  it('asks', () => {
    expect(edit(shared, ofSubject)).toBe('ALIASED');
    expect(edit(shared, { type: 'setName', name: 'core' })).toBe('ALIASED');
  });

  it('is made for all, or here alone', () => {
    expect(edit(shared, ofSubject, 'everywhere')).toBe(shared.replace('&app api', '&app core'));
    expect(edit(shared, ofSubject, 'here')).toBe(shared.replace('*app', 'core'));
    expect(edit(shared, { type: 'setName', name: 'core' }, 'everywhere')).toBe(shared.replace('&app api', '&app core'));
    expect(edit(shared, { type: 'setName', name: 'core' }, 'here')).toBe(
      shared.replace('&app api', '&app core').replace('*app', 'api'),
    );
  });

  it('reaches the rule that is meant, not the one where the anchor stands', () => {
    const peer = { type: 'addresses', cidr: '10.0.0.0/8', except: [] } as const;
    const second = { type: 'addPeer', direction: 'ingress', rule: 1, peer } as const;
    const block = '    - ipBlock:\n        cidr: 10.0.0.0/8\n';
    expect(edit(shared, second, 'here')).toBe(
      shared.replace('from: *peers\n', `from:\n    - podSelector: {}\n${block}`),
    );
    expect(edit(shared, second, 'everywhere')).toBe(
      shared.replace('    - podSelector: {}\n', `    - podSelector: {}\n${block}`),
    );
    const inner = { key: 'a', operator: 'Equals', values: ['b'] } as const;
    const deep = {
      type: 'addRequirement',
      selector: { of: 'pods', direction: 'ingress', rule: 1, item: 0 },
      requirement: inner,
    } as const;
    const here = edit(shared, deep, 'here');
    expect(here).toContain('from: &peers\n    - podSelector: {}\n');
    expect(here).toContain(
      '- from:\n    - podSelector:\n        matchLabels:\n          a: b\n    ports: [{port: 81}]',
    );
  });
});
