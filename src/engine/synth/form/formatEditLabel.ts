import type { FormEdit, PolicyForm, FormRulePlace, FormSelectorPlace } from './PolicyForm.ts';

const ruleOf = ({ direction, rule }: FormRulePlace, name: string): string => `${direction} rule ${rule + 1} of ${name}`;

const selectorOf = (place: FormSelectorPlace, name: string): string =>
  place.of === 'subject' ? `the pods that ${name} selects` : `a peer of ${ruleOf(place, name)}`;

/** For the history: "Change the pods that api selects". Changes of one field have one label. */
export function formatEditLabel({ name }: Pick<PolicyForm, 'name'>, edit: FormEdit): string {
  switch (edit.type) {
    case 'setName':
      return `Rename NetworkPolicy ${name} to ${edit.name}`;
    case 'setIsolation':
      return edit.isolates ? `Isolate ${edit.direction} by ${name}` : `No longer isolate ${edit.direction} by ${name}`;
    case 'addRequirement':
    case 'setRequirement':
    case 'removeRequirement':
      return `Change ${selectorOf(edit.selector, name)}`;
    case 'addRule':
      return `Add ${edit.direction === 'ingress' ? 'an ingress' : 'an egress'} rule to ${name}`;
    case 'removeRule':
      return `Remove ${ruleOf(edit, name)}`;
    case 'openPeers':
      return `Allow anyone in ${ruleOf(edit, name)}`;
    case 'openPorts':
      return `Allow every port in ${ruleOf(edit, name)}`;
    case 'addPeer':
      return `Add a peer to ${ruleOf(edit, name)}`;
    case 'removePeer':
      return `Remove a peer of ${ruleOf(edit, name)}`;
    case 'setBlock':
    case 'setScope':
      return `Change a peer of ${ruleOf(edit, name)}`;
    case 'addPort':
      return `Add a port to ${ruleOf(edit, name)}`;
    case 'setPort':
      return `Change a port of ${ruleOf(edit, name)}`;
    case 'removePort':
      return `Remove a port of ${ruleOf(edit, name)}`;
  }
}
