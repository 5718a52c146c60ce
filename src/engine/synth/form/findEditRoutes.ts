import type { Route } from '../../edits/Route.ts';
import type {
  FormEdit,
  FormItemPlace,
  FormRequirement,
  FormRulePlace,
  FormSelectorPlace,
  PolicyForm,
} from './PolicyForm.ts';
import { peerKeyOf } from './readPolicyForm.ts';

/** The ways from a policy's map to everything that an edit changes. */
export function findEditRoutes(form: PolicyForm, edit: FormEdit): readonly Route[] {
  switch (edit.type) {
    case 'setName':
      return [['metadata', 'name']];
    case 'setIsolation':
      return [['spec', 'policyTypes']];
    case 'addRequirement':
      return [[...toSelector(edit.selector), listOf(edit.requirement)]];
    case 'setRequirement':
      return [
        [...toSelector(edit.selector), listOf(edit.requirement)],
        ...toRequirement(form, edit.selector, edit.position),
      ];
    case 'removeRequirement':
      return toRequirement(form, edit.selector, edit.position);
    case 'addRule':
    case 'removeRule':
      return [['spec', edit.direction]];
    case 'openPeers':
    case 'openPorts':
      return [toRule(edit)];
    case 'addPeer':
    case 'removePeer':
      return [[...toRule(edit), peerKeyOf(edit.direction)]];
    case 'addPort':
    case 'removePort':
      return [[...toRule(edit), 'ports']];
    case 'setScope':
      return [toPeer(edit)];
    case 'setBlock':
      return ['cidr', 'except'].map((key) => [...toPeer(edit), 'ipBlock', key]);
    case 'setPort':
      return ['protocol', 'port', 'endPort'].map((key) => [...toRule(edit), 'ports', edit.item, key]);
  }
}

const toRule = ({ direction, rule }: FormRulePlace): Route => ['spec', direction, rule];

const toPeer = (place: FormItemPlace): Route => [...toRule(place), peerKeyOf(place.direction), place.item];

const toSelector = (place: FormSelectorPlace): Route =>
  place.of === 'subject'
    ? ['spec', 'podSelector']
    : [...toPeer(place), place.of === 'pods' ? 'podSelector' : 'namespaceSelector'];

const listOf = ({ operator }: FormRequirement): string => (operator === 'Equals' ? 'matchLabels' : 'matchExpressions');

function toRequirement(form: PolicyForm, place: FormSelectorPlace, position: number): readonly Route[] {
  const requirements = findRequirements(form, place);
  const requirement = requirements[position];
  if (!requirement) return [];
  const list = [...toSelector(place), listOf(requirement)];
  if (requirement.operator === 'Equals') return [[...list, requirement.key]];
  const labels = requirements.filter(({ operator }) => operator === 'Equals').length;
  return ['key', 'operator', 'values'].map((key) => [...list, position - labels, key]);
}

function findRequirements(form: PolicyForm, place: FormSelectorPlace): readonly FormRequirement[] {
  if (place.of === 'subject') return 'type' in form.subject ? [] : form.subject.requirements;
  const rule = form.rules[place.direction][place.rule];
  const peer = rule && !('type' in rule) ? rule.peers?.[place.item] : undefined;
  return peer?.type === 'pods' ? (peer[place.of]?.requirements ?? []) : [];
}
