import { describe, expect, it } from 'vitest';
import { yaml } from '../../../testing/yaml.ts';
import { parseManifests } from '../../manifest/parseManifests.ts';
import type { Problem } from '../../manifest/Problem.ts';
import { toFilePath } from '../../manifest/SourceFile.ts';
import { formatIpRanges } from '../../net/formatIpSet.ts';
import type { ReadPolicy } from '../Dialect.ts';
import { readNetworkPolicy } from './readNetworkPolicy.ts';

interface Outcome {
  readonly text: string;
  readonly policy: ReadPolicy | null;
  readonly problems: readonly Problem[];
}

const readText = (text: string): Outcome => {
  const manifests = parseManifests([{ path: toFilePath('policy.yaml'), text }]);
  const object = manifests.objects.find((candidate) => candidate.type === 'policy');
  if (object === undefined) throw new Error(`No policy in:\n${text}`);
  const problems: Problem[] = [];
  const policy = readNetworkPolicy(object, (problem) => problems.push(problem));
  return { text, policy, problems };
};

const readSpec = (spec: string): Outcome =>
  readText(yaml`
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      name: subject
      namespace: shop
    spec:
      ${spec}
  `);

/** The policy, which must be accepted. */
const accept = (spec: string): ReadPolicy => {
  const { policy, problems } = readSpec(spec);
  expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  return policy!;
};

/** The problems of a policy that must be rejected: `field reason: the text they point at`. */
const reject = (spec: string): string[] => {
  const { policy, problems, text } = readSpec(spec);
  expect(policy).toBeNull();
  return problems.map(({ code, severity, args, at, excluded }) => {
    expect({ code, severity, excluded }).toEqual({
      code: 'POLICY_INVALID',
      severity: 'error',
      excluded: 'shop/NetworkPolicy/subject',
    });
    return `${args['field']} ${args['reason']}: ${text.slice(at.start, at.end)}`;
  });
};

describe('the defaults of a NetworkPolicy', () => {
  it.each([
    ['nothing', 'podSelector: {}', ['ingress']],
    ['an empty list', 'policyTypes: []', ['ingress']],
    ['null', 'policyTypes: null', ['ingress']],
    ['nothing, with ingress rules', 'ingress: [{}]', ['ingress']],
    ['nothing, with egress rules', 'egress: [{}]', ['ingress', 'egress']],
    ['an empty list, with egress rules', '{policyTypes: [], egress: [{}]}', ['ingress', 'egress']],
    ['nothing, with an empty list of egress rules', 'egress: []', ['ingress']],
    ['nothing, with null egress rules', 'egress:', ['ingress']],
  ])('isolate, where policyTypes says %s (%s)', (_, spec, isolates) => {
    expect(accept(spec).isolates).toEqual(isolates);
  });

  it('are not applied to policyTypes that are stated', () => {
    expect(accept('{policyTypes: [Egress], ingress: [{}]}').isolates).toEqual(['egress']);
    expect(accept('{policyTypes: [Egress, Ingress]}').isolates).toEqual(['egress', 'ingress']);
  });

  it('select every pod of the namespace without a podSelector', () => {
    for (const spec of ['policyTypes: [Ingress]', 'podSelector:', 'podSelector: {}']) {
      expect(accept(spec).subject).toEqual({
        namespaces: { type: 'named', name: 'shop' },
        pods: { matchLabels: {}, matchExpressions: [] },
      });
    }
  });

  it('take TCP for a port that names no protocol', () => {
    const [rule] = accept('ingress: [{ports: [{port: 80}, {port: http, protocol: null}, {protocol: UDP}, {}]}]').rules;
    expect(rule?.ports).toMatchObject([
      { type: 'range', protocol: 'TCP', from: 80, to: 80 },
      { type: 'name', protocol: 'TCP', name: 'http' },
      { type: 'protocol', protocol: 'UDP' },
      { type: 'protocol', protocol: 'TCP' },
    ]);
  });

  it('make a policy without a spec isolate the ingress of its whole namespace', () => {
    for (const end of ['', 'spec:', 'spec: {}']) {
      const { policy, problems } = readText(yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: bare}
        ${end}
      `);
      expect(problems).toEqual([]);
      expect(policy).toMatchObject({ isolates: ['ingress'], rules: [], subject: { pods: { matchLabels: {} } } });
    }
  });
});

describe('the rules of a NetworkPolicy', () => {
  it('have any peer and any port where the lists are missing, null or empty', () => {
    for (const rule of ['{}', '{from: [], ports: []}', '{from: null, ports: null}', 'null']) {
      expect(accept(`ingress: [${rule}]`).rules).toMatchObject([{ direction: 'ingress', peers: null, ports: null }]);
    }
  });

  it('are ignored, and kept for the eye, in a direction that policyTypes does not list', () => {
    const policy = accept('{policyTypes: [Ingress], ingress: [{}], egress: [{}, {ports: [{port: 53}]}]}');
    expect(policy.rules.map(({ direction }) => direction)).toEqual(['ingress']);
    expect(policy.ignoredRules.map(({ origin }) => origin.index)).toEqual([0, 1]);
  });

  it('take a podSelector alone for pods of the own namespace, a namespaceSelector alone for all pods of the namespaces', () => {
    const [rule] = accept(
      'ingress: [{from: [{podSelector: {matchLabels: {app: web}}}, {namespaceSelector: {}}]}]',
    ).rules;
    expect(rule?.peers).toMatchObject([
      { selection: { namespaces: { type: 'named', name: 'shop' }, pods: { matchLabels: { app: 'web' } } } },
      { selection: { namespaces: { type: 'selected' }, pods: { matchLabels: {}, matchExpressions: [] } } },
    ]);
  });

  it('take both selectors in one item for pods that meet both', () => {
    const [rule] = accept(yaml`
      egress:
        - to:
            - namespaceSelector: {matchLabels: {team: a}}
              podSelector: {matchLabels: {app: web}}
    `).rules;
    expect(rule?.peers).toMatchObject([
      {
        selection: {
          namespaces: { type: 'selected', selector: { matchLabels: { team: 'a' } } },
          pods: { matchLabels: { app: 'web' } },
        },
      },
    ]);
  });

  it('take the excepts out of an ipBlock', () => {
    const [rule] = accept(
      'egress: [{to: [{ipBlock: {cidr: 10.0.0.5/24, except: [10.0.0.0/25, 10.0.0.192/26]}}]}]',
    ).rules;
    const [peer] = rule!.peers!;
    expect(peer).toMatchObject({ type: 'addresses', cidr: '10.0.0.5/24', except: ['10.0.0.0/25', '10.0.0.192/26'] });
    expect(peer?.type === 'addresses' && formatIpRanges(peer.addresses)).toEqual(['10.0.0.128-10.0.0.191']);
  });

  it('say which network an address with host bits means', () => {
    const { problems, text } = readSpec(
      'egress: [{to: [{ipBlock: {cidr: 10.1.2.3/8, except: [10.2.0.0/16, 10.3.4.5/16]}}, {ipBlock: {cidr: 2001:db8::1/32}}]}]',
    );
    expect(
      problems.map(({ code, severity, at, args }) => [code, severity, text.slice(at.start, at.end), args['network']]),
    ).toEqual([
      ['CIDR_HOST_BITS', 'info', '10.1.2.3/8', '10.0.0.0/8'],
      ['CIDR_HOST_BITS', 'info', '10.3.4.5/16', '10.3.0.0/16'],
      ['CIDR_HOST_BITS', 'info', '2001:db8::1/32', '2001:db8::/32'],
    ]);
  });

  it('take port and endPort for a range with both ends', () => {
    const [rule] = accept(
      'ingress: [{ports: [{port: 80, endPort: 80}, {port: 8000, endPort: 9000, protocol: SCTP}]}]',
    ).rules;
    expect(rule?.ports).toMatchObject([
      { protocol: 'TCP', from: 80, to: 80 },
      { protocol: 'SCTP', from: 8000, to: 9000 },
    ]);
  });

  it('name the lines they stand on', () => {
    const { policy, text } = readSpec(yaml`
      ingress:
        - from:
            - podSelector: {}
          ports:
            - port: 80
    `);
    const rule = policy!.rules[0]!;
    const cut = ({ range }: { range: { start: number; end: number } }) => text.slice(range.start, range.end);
    expect(rule.origin).toMatchObject({ policy: 'shop/NetworkPolicy/subject', index: 0 });
    expect(cut(rule.origin)).toMatch(/^from:[^]*port: 80$/);
    expect(cut(rule.peers![0]!.origin)).toBe('podSelector: {}');
    expect(cut(rule.ports![0]!.origin)).toBe('port: 80');
  });

  it('may repeat themselves through anchors and merge keys', () => {
    const policy = accept(yaml`
      ingress:
        - &dns
          ports: &ports [{port: 53, protocol: UDP}]
        - <<: *dns
          from: [{podSelector: {}}]
      egress:
        - *dns
        - ports: *ports
    `);
    expect(policy.rules.map(({ direction, ports }) => [direction, ports?.length])).toEqual([
      ['ingress', 1],
      ['ingress', 1],
      ['egress', 1],
      ['egress', 1],
    ]);
  });
});

describe('a NetworkPolicy that the API server would take', () => {
  it.each([
    ['names one type twice', 'policyTypes: [Ingress, Ingress]'],
    ['has an except that is one bit longer', 'egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.128.0.0/9]}}]}]'],
    ['writes a CIDR with leading zeros and host bits', 'egress: [{to: [{ipBlock: {cidr: 010.001.2.3/08}}]}]'],
    ['has an IPv6 block', "egress: [{to: [{ipBlock: {cidr: '2001:db8::/32', except: ['2001:db8:1::/48']}}]}]"],
    [
      'uses every operator on namespaces',
      yaml`
      ingress:
        - from:
            - namespaceSelector:
                matchExpressions:
                  - {key: a, operator: In, values: [x]}
                  - {key: b, operator: NotIn, values: [x, z]}
                  - {key: c, operator: Exists}
                  - {key: d.example.com/e, operator: DoesNotExist, values: []}
    `,
    ],
    ['names a port with fifteen characters', 'ingress: [{ports: [{port: abcdefghijklm-1}]}]'],
    ['allows the highest port', 'ingress: [{ports: [{port: 65535}, {port: 1, endPort: 65535}]}]'],
  ])('%s', (_, spec) => {
    accept(spec);
  });
});

describe('a NetworkPolicy that the API server would reject', () => {
  it.each([
    [
      'has three policyTypes',
      'policyTypes: [Ingress, Egress, Ingress]',
      'spec.policyTypes tooMany: [Ingress, Egress, Ingress]',
    ],
    ['has an unknown policyType', 'policyTypes: [ingress]', 'spec.policyTypes[0] value: ingress'],
    ['has policyTypes that are no list', 'policyTypes: Ingress', 'spec.policyTypes type: Ingress'],
    [
      'has an unknown protocol',
      'ingress: [{ports: [{protocol: tcp}]}]',
      'spec.ingress[0].ports[0].protocol value: tcp',
    ],
    ['has an empty protocol', "ingress: [{ports: [{protocol: ''}]}]", "spec.ingress[0].ports[0].protocol value: ''"],
    ['has port 0', 'ingress: [{ports: [{port: 0}]}]', 'spec.ingress[0].ports[0].port value: 0'],
    ['has a port beyond 65535', 'ingress: [{ports: [{port: 65536}]}]', 'spec.ingress[0].ports[0].port value: 65536'],
    [
      'has a port of digits in quotes',
      "ingress: [{ports: [{port: '8080'}]}]",
      "spec.ingress[0].ports[0].port value: '8080'",
    ],
    [
      'has a port name of sixteen characters',
      'ingress: [{ports: [{port: abcdefghijklmno-p}]}]',
      'spec.ingress[0].ports[0].port value: abcdefghijklmno-p',
    ],
    [
      'has a port name with an upper case letter',
      'ingress: [{ports: [{port: Http}]}]',
      'spec.ingress[0].ports[0].port value: Http',
    ],
    [
      'has a port name with two hyphens in a row',
      'ingress: [{ports: [{port: a--b}]}]',
      'spec.ingress[0].ports[0].port value: a--b',
    ],
    [
      'has a port name that ends in a hyphen',
      'ingress: [{ports: [{port: web-}]}]',
      'spec.ingress[0].ports[0].port value: web-',
    ],
    ['has a port that is a boolean', 'ingress: [{ports: [{port: true}]}]', 'spec.ingress[0].ports[0].port type: true'],
    ['has a port with a fraction', 'ingress: [{ports: [{port: 80.5}]}]', 'spec.ingress[0].ports[0].port type: 80.5'],
    ['has ports that are a map', 'ingress: [{ports: {}}]', 'spec.ingress[0].ports type: {}'],
    [
      'has an endPort below its port',
      'ingress: [{ports: [{port: 80, endPort: 79}]}]',
      'spec.ingress[0].ports[0].endPort endPortOrder: 79',
    ],
    [
      'has an endPort beyond 65535',
      'ingress: [{ports: [{port: 80, endPort: 65536}]}]',
      'spec.ingress[0].ports[0].endPort value: 65536',
    ],
    [
      'has an endPort without a port',
      'ingress: [{ports: [{endPort: 80}]}]',
      'spec.ingress[0].ports[0].endPort required: 80',
    ],
    [
      'has an endPort beside a port name',
      'ingress: [{ports: [{port: http, endPort: 80}]}]',
      'spec.ingress[0].ports[0].endPort forbidden: 80',
    ],
    ['has an empty peer', 'ingress: [{from: [{}]}]', 'spec.ingress[0].from[0] required: {}'],
    [
      'has a peer with nothing but nulls',
      'egress: [{to: [{podSelector: null}]}]',
      'spec.egress[0].to[0] required: {podSelector: null}',
    ],
    [
      'has an ipBlock beside a selector',
      'ingress: [{from: [{podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]}]',
      'spec.ingress[0].from[0].ipBlock forbidden: {cidr: 10.0.0.0/8}',
    ],
    [
      'has an ipBlock without a cidr',
      'ingress: [{from: [{ipBlock: {except: []}}]}]',
      'spec.ingress[0].from[0].ipBlock.cidr required: {except: []}',
    ],
    [
      'has an address for a cidr',
      'ingress: [{from: [{ipBlock: {cidr: 10.0.0.1}}]}]',
      'spec.ingress[0].from[0].ipBlock.cidr value: 10.0.0.1',
    ],
    [
      'has an except as wide as the cidr',
      'ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}]',
      'spec.ingress[0].from[0].ipBlock.except[0] exceptOutside: 10.0.0.0/8',
    ],
    [
      'has an except outside the cidr',
      'ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}]}]',
      'spec.ingress[0].from[0].ipBlock.except[0] exceptOutside: 11.0.0.0/16',
    ],
    [
      'has an except of another family',
      "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: ['fd00::/8']}}]}]",
      "spec.ingress[0].from[0].ipBlock.except[0] exceptOutside: 'fd00::/8'",
    ],
    [
      'has an except that is no CIDR',
      'ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.1.1]}}]}]',
      'spec.ingress[0].from[0].ipBlock.except[0] value: 10.1.1.1',
    ],
    [
      'has an unknown operator',
      'podSelector: {matchExpressions: [{key: a, operator: Equals, values: [b]}]}',
      'spec.podSelector.matchExpressions[0].operator value: ',
    ],
    [
      'has In without values',
      'podSelector: {matchExpressions: [{key: a, operator: In}]}',
      'spec.podSelector.matchExpressions[0].values value: ',
    ],
    [
      'has Exists with values',
      'podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}',
      'spec.podSelector.matchExpressions[0].values value: ',
    ],
    [
      'has a label key that is none',
      "podSelector: {matchLabels: {'a b': c}}",
      'spec.podSelector.matchLabels.a b value: ',
    ],
    [
      'has a label value that is none',
      "podSelector: {matchLabels: {a: '-b'}}",
      'spec.podSelector.matchLabels.a value: ',
    ],
    ['has a number for a label value', 'podSelector: {matchLabels: {a: 1}}', 'spec.podSelector.matchLabels.a type: '],
    ['has rules that are a map', 'ingress: {from: []}', 'spec.ingress type: {from: []}'],
    [
      'has a broken rule in a direction without effect',
      '{policyTypes: [Ingress], egress: [{to: [{}]}]}',
      'spec.egress[0].to[0] required: {}',
    ],
  ])('%s', (_, spec, problem) => {
    const problems = reject(spec);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('has a spec that is no map', () => {
    const { policy, problems } = readText(yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: odd}
      spec: []
    `);
    expect(policy).toBeNull();
    expect(problems).toMatchObject([{ code: 'POLICY_INVALID', args: { field: 'spec', reason: 'type' } }]);
  });

  it('says everything that is wrong with it at once', () => {
    expect(reject('{policyTypes: [In], ingress: [{from: [{}], ports: [{port: 0}]}]}')).toHaveLength(3);
  });
});

describe('a field that the API does not know', () => {
  it('is found beside the spec, where rules have no effect', () => {
    const { policy, problems } = readText(yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: misplaced}
      spec: {podSelector: {}}
      ingress: [{}]
    `);
    expect(policy?.rules).toEqual([]);
    expect(problems).toMatchObject([{ code: 'FIELD_UNKNOWN', severity: 'warning', args: { field: 'ingress' } }]);
  });

  it.each([
    ['podSelectors: {}', 'spec.podSelectors', 'podSelector'],
    ['policytypes: [Ingress]', 'spec.policytypes', 'policyTypes'],
    ['egress: [{from: [{podSelector: {}}]}]', 'spec.egress[0].from', 'to'],
    ['ingress: [{to: []}]', 'spec.ingress[0].to', 'from'],
    ['ingress: [{port: []}]', 'spec.ingress[0].port', 'ports'],
    ['ingress: [{ports: [{port: 80, endport: 90}]}]', 'spec.ingress[0].ports[0].endport', 'endPort'],
    ['egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, excepts: []}}]}]', 'spec.egress[0].to[0].ipBlock.excepts', 'except'],
    ['podSelector: {matchLabel: {a: b}}', 'spec.podSelector.matchLabel', 'matchLabels'],
    ['podSelector: {app: web}', 'spec.podSelector.app', undefined],
  ])('counts as absent, with a warning and what may be meant: %s', (spec, field, suggestion) => {
    const { policy, problems } = readSpec(spec);
    expect(policy).not.toBeNull();
    expect(problems).toMatchObject([{ code: 'FIELD_UNKNOWN', severity: 'warning', args: { field } }]);
    expect(problems[0]?.args['suggestion']).toBe(suggestion);
  });
});
