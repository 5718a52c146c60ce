import type {
  FormEdit,
  FormPeer,
  FormPort,
  FormRequirement,
  FormSelectorPlace,
  PolicyForm,
} from '../engine/synth/form/PolicyForm.ts';

const requirements: readonly FormRequirement[] = [
  { key: 'polder', operator: 'Equals', values: ['yes'] },
  { key: 'polder.example/tier', operator: 'In', values: ['a', '1', 'true'] },
  { key: 'app', operator: 'NotIn', values: ['web'] },
  { key: 'polder', operator: 'Exists', values: [] },
  { key: 'polder', operator: 'DoesNotExist', values: [] },
];

const peers: readonly FormPeer[] = [
  { type: 'pods', namespaces: null, pods: { requirements: requirements.slice(0, 2) } },
  { type: 'pods', namespaces: { requirements: [requirements[3]!] }, pods: null },
  { type: 'pods', namespaces: { requirements: [] }, pods: { requirements: [] } },
  { type: 'addresses', cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.2.0.0/16'] },
  { type: 'addresses', cidr: '2001:db8::/32', except: [] },
];

const ports: readonly FormPort[] = [
  { type: 'port', protocol: 'TCP', port: 8443, endPort: null },
  { type: 'port', protocol: 'UDP', port: 5000, endPort: 5010 },
  { type: 'port', protocol: 'SCTP', port: null, endPort: null },
  { type: 'port', protocol: 'TCP', port: 'http-alt', endPort: null },
];

/** Edits of every kind, at every place of a form. */
export function listFormEdits(form: PolicyForm): readonly FormEdit[] {
  const selectorEdits = (selector: FormSelectorPlace, old: readonly FormRequirement[]): FormEdit[] => [
    ...requirements.map((requirement) => ({ type: 'addRequirement', selector, requirement }) as const),
    ...old.flatMap((was, position): FormEdit[] => [
      { type: 'removeRequirement', selector, position },
      ...requirements.map((requirement) => ({ type: 'setRequirement', selector, position, requirement }) as const),
      { type: 'setRequirement', selector, position, requirement: { ...was, key: 'polder.example/other' } },
      ...(was.values.length > 0
        ? [
            {
              type: 'setRequirement',
              selector,
              position,
              requirement: { ...was, values: was.operator === 'Equals' ? ['other'] : [...was.values, 'more'] },
            } as const,
          ]
        : []),
      ...(was.values.length > 1
        ? [
            {
              type: 'setRequirement',
              selector,
              position,
              requirement: { ...was, values: was.values.slice(1) },
            } as const,
          ]
        : []),
    ]),
  ];
  const directions = ['ingress', 'egress'] as const;
  return [
    { type: 'setName', name: 'polder-renamed' },
    ...directions.flatMap((direction): FormEdit[] => [
      { type: 'setIsolation', direction, isolates: !form.types[direction] },
      { type: 'addRule', direction, peers: [peers[0]!, peers[3]!], ports: [ports[1]!] },
      { type: 'addRule', direction, peers: null, ports: [ports[0]!] },
    ]),
    ...('type' in form.subject ? [] : selectorEdits({ of: 'subject' }, form.subject.requirements)),
    ...directions.flatMap((direction) =>
      form.rules[direction].flatMap((rule, index): FormEdit[] => {
        const place = { direction, rule: index };
        if ('type' in rule) return [{ type: 'removeRule', ...place }];
        return [
          { type: 'removeRule', ...place },
          ...peers.map((peer) => ({ type: 'addPeer', ...place, peer }) as const),
          ...ports.map((port) => ({ type: 'addPort', ...place, port }) as const),
          ...(rule.peers ? [{ type: 'openPeers', ...place } as const] : []),
          ...(rule.ports ? [{ type: 'openPorts', ...place } as const] : []),
          ...(rule.peers ?? []).flatMap((peer, item): FormEdit[] => {
            const at = { ...place, item };
            if (peer.type === 'text') return [{ type: 'removePeer', ...at }];
            if (peer.type === 'addresses') {
              const { cidr, except } = peer;
              return [
                { type: 'removePeer', ...at },
                {
                  type: 'setBlock',
                  ...at,
                  block: { type: 'addresses', cidr: '192.168.0.0/16', except: ['192.168.7.0/24'] },
                },
                { type: 'setBlock', ...at, block: { type: 'addresses', cidr, except: [] } },
                { type: 'setBlock', ...at, block: { type: 'addresses', cidr, except: except.slice(1) } },
              ];
            }
            return [
              { type: 'removePeer', ...at },
              { type: 'setScope', ...at, scope: 'own' },
              { type: 'setScope', ...at, scope: 'all' },
              ...selectorEdits({ of: 'pods', ...at }, peer.pods?.requirements ?? []),
              ...(peer.namespaces ? selectorEdits({ of: 'namespaces', ...at }, peer.namespaces.requirements) : []),
            ];
          }),
          ...(rule.ports ?? []).flatMap((_, item): FormEdit[] => [
            { type: 'removePort', ...place, item },
            ...ports.map((port) => ({ type: 'setPort', ...place, item, port }) as const),
          ]),
        ];
      }),
    ),
  ];
}
