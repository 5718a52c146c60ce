import type { Refusal } from '../../edits/EditPlan.ts';
import { isDnsSubdomain, isLabelValue, isPortName, isQualifiedName } from '../../manifest/isQualifiedName.ts';
import type { ManifestSet } from '../../manifest/ManifestSet.ts';
import { parseCidr } from '../../net/parseCidr.ts';
import { protocols } from '../../net/PortSet.ts';
import { refuse } from '../EndPlan.ts';
import type { FormBlock, FormEdit, FormPeer, FormPort, FormRequirement, PolicyForm } from './PolicyForm.ts';

/**
 * Why the API server would not take what an edit writes; null when it would: BAD_NAME, NAME_TAKEN, BAD_LABEL, NO_VALUES, BAD_PORT,
 * NO_PORTS, BAD_CIDR.
 */
export function checkFormEdit({ objects }: ManifestSet, form: PolicyForm, edit: FormEdit): Refusal | null {
  switch (edit.type) {
    case 'setName': {
      if (!isDnsSubdomain(edit.name)) return refuse('BAD_NAME', { name: edit.name });
      const id = `${form.namespace}/NetworkPolicy/${edit.name}`;
      return edit.name !== form.name && objects.some((object) => object.id === id)
        ? refuse('NAME_TAKEN', { object: id })
        : null;
    }
    case 'addRequirement':
    case 'setRequirement':
      return checkRequirement(edit.requirement);
    case 'addRule':
      return firstOf([...(edit.peers ?? []).map(checkPeer), ...(edit.ports ?? []).map(checkPort)]);
    case 'addPeer':
      return checkPeer(edit.peer);
    case 'setBlock':
      return checkBlock(edit.block);
    case 'addPort':
    case 'setPort':
      return checkPort(edit.port);
    default:
      return null;
  }
}

const firstOf = (refusals: readonly (Refusal | null)[]): Refusal | null => refusals.find((one) => one !== null) ?? null;

function checkRequirement({ key, operator, values }: FormRequirement): Refusal | null {
  if (!isQualifiedName(key)) return refuse('BAD_LABEL', { label: key });
  const bad = values.find((value) => !isLabelValue(value));
  if (bad !== undefined) return refuse('BAD_LABEL', { label: bad });
  const takesValues = operator === 'In' || operator === 'NotIn' || operator === 'Equals';
  return takesValues === values.length > 0 ? null : refuse('NO_VALUES', { operator });
}

const checkPeer = (peer: FormPeer): Refusal | null =>
  peer.type === 'addresses'
    ? checkBlock(peer)
    : firstOf([...(peer.namespaces?.requirements ?? []), ...(peer.pods?.requirements ?? [])].map(checkRequirement));

function checkBlock({ cidr, except }: FormBlock): Refusal | null {
  const outer = parseCidr(cidr);
  if (outer === null) return refuse('BAD_CIDR', { cidr });
  const bad = except.find((text) => {
    const inner = parseCidr(text);
    return (
      inner === null ||
      inner.family !== outer.family ||
      inner.first < outer.first ||
      inner.first > outer.last ||
      inner.prefix <= outer.prefix
    );
  });
  return bad === undefined ? null : refuse('BAD_CIDR', { cidr: bad });
}

const isPortNumber = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

function checkPort({ protocol, port, endPort }: FormPort): Refusal | null {
  if (protocol !== null && !(protocols as readonly string[]).includes(protocol)) {
    return refuse('BAD_PORT', { port: protocol });
  }
  if (typeof port === 'string') return isPortName(port) && endPort === null ? null : refuse('BAD_PORT', { port });
  if (port === null) return endPort === null ? null : refuse('NO_PORTS');
  if (!isPortNumber(port)) return refuse('BAD_PORT', { port: String(port) });
  return endPort === null || (isPortNumber(endPort) && endPort >= port) ? null : refuse('NO_PORTS');
}
