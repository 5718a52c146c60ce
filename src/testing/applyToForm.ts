import type {
  FormEdit,
  FormPort,
  FormRequirement,
  FormRule,
  FormSelector,
  FormSelectorPlace,
  PolicyForm,
} from '../engine/synth/form/PolicyForm.ts';

/** A form without places in the text, to be compared. */
export interface FormModel {
  name: string;
  subject: FormRequirement[] | 'text';
  types: { ingress: boolean; egress: boolean; stated: boolean };
  rules: Record<'ingress' | 'egress', (RuleModel | 'text')[]>;
}

interface RuleModel {
  peers: PeerModel[] | null;
  ports: (FormPort | 'text')[] | null;
}

type PeerModel =
  | 'text'
  | { type: 'pods'; namespaces: FormRequirement[] | null; pods: FormRequirement[] | null }
  | { type: 'addresses'; cidr: string; except: string[] };

const toRequirements = (selector: FormSelector | null): FormRequirement[] | null =>
  selector && [...selector.requirements];

const toRule = ({ peers, ports }: FormRule): RuleModel => ({
  peers:
    peers &&
    peers.map((peer): PeerModel => {
      if (peer.type === 'text') return 'text';
      return peer.type === 'addresses'
        ? { type: 'addresses', cidr: peer.cidr, except: [...peer.except] }
        : { type: 'pods', namespaces: toRequirements(peer.namespaces), pods: toRequirements(peer.pods) };
    }),
  ports:
    ports &&
    ports.map((port) =>
      port.type === 'text'
        ? 'text'
        : { type: 'port' as const, protocol: port.protocol, port: port.port, endPort: port.endPort },
    ),
});

export const toFormModel = ({ name, subject, types, rules }: PolicyForm): FormModel => ({
  name,
  subject: 'type' in subject ? 'text' : [...subject.requirements],
  types: { ...types },
  rules: {
    ingress: rules.ingress.map((rule) => ('type' in rule ? 'text' : toRule(rule))),
    egress: rules.egress.map((rule) => ('type' in rule ? 'text' : toRule(rule))),
  },
});

/** What a form is after an edit, worked out on the fields alone: nothing here knows of text. */
export function applyToForm(before: FormModel, edit: FormEdit): FormModel {
  const form = structuredClone(before);
  const ruleAt = ({ direction, rule }: { direction: 'ingress' | 'egress'; rule: number }): RuleModel => {
    const found = form.rules[direction][rule];
    if (!found || found === 'text') throw new Error('a rule');
    return found;
  };
  const setSelector = (place: FormSelectorPlace, change: (old: FormRequirement[]) => FormRequirement[]): void => {
    if (place.of === 'subject') {
      if (form.subject === 'text') throw new Error('a selector');
      form.subject = change(form.subject);
      return;
    }
    const peer = ruleAt(place).peers?.[place.item];
    if (!peer || peer === 'text' || peer.type !== 'pods') throw new Error('a peer');
    peer[place.of] = change(peer[place.of] ?? []);
  };
  /** Entries of matchLabels come first. */
  const insert = (list: FormRequirement[], requirement: FormRequirement): FormRequirement[] => {
    if (requirement.operator !== 'Equals') return [...list, requirement];
    const labels = list.filter(({ operator }) => operator === 'Equals');
    return [...labels, requirement, ...list.slice(labels.length)];
  };
  switch (edit.type) {
    case 'setName':
      form.name = edit.name;
      break;
    case 'setIsolation':
      form.types[edit.direction] = edit.isolates;
      form.types.stated = true;
      break;
    case 'addRequirement':
      setSelector(edit.selector, (old) => insert(old, edit.requirement));
      break;
    case 'removeRequirement':
      setSelector(edit.selector, (old) => old.toSpliced(edit.position, 1));
      break;
    case 'setRequirement':
      setSelector(edit.selector, (old) =>
        (old[edit.position]!.operator === 'Equals') === (edit.requirement.operator === 'Equals')
          ? old.with(edit.position, edit.requirement)
          : insert(old.toSpliced(edit.position, 1), edit.requirement),
      );
      break;
    case 'addRule': {
      const { peers, ports } = edit;
      const at = { file: form.name, start: 0, end: 0 } as never;
      form.rules[edit.direction].push(
        toRule({
          at,
          peers: peers && peers.map((peer) => ({ ...peer, at })),
          ports: ports && ports.map((port) => ({ ...port, at })),
        }),
      );
      if (!form.types.stated && edit.direction === 'egress') form.types.egress = true;
      break;
    }
    case 'removeRule':
      if (!form.types.stated && edit.direction === 'egress' && form.rules.egress.length === 1) form.types.stated = true;
      form.rules[edit.direction].splice(edit.rule, 1);
      break;
    case 'openPeers':
      ruleAt(edit).peers = null;
      break;
    case 'openPorts':
      ruleAt(edit).ports = null;
      break;
    case 'addPeer': {
      const { peer } = edit;
      const rule = ruleAt(edit);
      rule.peers = [
        ...(rule.peers ?? []),
        peer.type === 'addresses'
          ? { ...peer, except: [...peer.except] }
          : { type: 'pods', namespaces: toRequirements(peer.namespaces), pods: toRequirements(peer.pods) },
      ];
      break;
    }
    case 'removePeer':
      ruleAt(edit).peers!.splice(edit.item, 1);
      break;
    case 'setBlock':
      ruleAt(edit).peers![edit.item] = { ...edit.block, except: [...edit.block.except] };
      break;
    case 'setScope': {
      const peer = ruleAt(edit).peers![edit.item];
      if (!peer || peer === 'text' || peer.type !== 'pods') throw new Error('a peer');
      peer.namespaces = edit.scope === 'own' ? null : [];
      if (edit.scope === 'own') peer.pods ??= [];
      break;
    }
    case 'addPort': {
      const rule = ruleAt(edit);
      rule.ports = [...(rule.ports ?? []), edit.port];
      break;
    }
    case 'removePort':
      ruleAt(edit).ports!.splice(edit.item, 1);
      break;
    case 'setPort':
      ruleAt(edit).ports![edit.item] = edit.port;
      break;
  }
  return form;
}

/** Unwritten protocols are TCP: whether an edit writes that is for the text to say. */
export const withProtocols = (form: FormModel): FormModel => {
  const rules = (['ingress', 'egress'] as const).map((direction) =>
    form.rules[direction].map((rule) =>
      rule === 'text'
        ? rule
        : {
            ...rule,
            ports:
              rule.ports &&
              rule.ports.map((port) => (port === 'text' ? port : { ...port, protocol: port.protocol ?? 'TCP' })),
          },
    ),
  );
  return { ...form, rules: { ingress: rules[0]!, egress: rules[1]! } };
};
