import { nameLabel } from '../../engine/index.ts';
import type { FormPeer, FormPort, FormRequirement, FormRule, FormSelector, FormText } from '../../engine/index.ts';
import { formatPortText } from './portText.ts';

export function formatFormRequirement({ key, operator, values }: FormRequirement): string {
  switch (operator) {
    case 'Equals':
      return `${key}=${values[0] ?? ''}`;
    case 'In':
      return `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return `${key} not in (${values.join(', ')})`;
    case 'Exists':
      return `has ${key}`;
    case 'DoesNotExist':
      return `has no ${key}`;
  }
}

const formatSelector = (selector: FormSelector | null, everything: string): string =>
  selector === null || selector.requirements.length === 0
    ? everything
    : selector.requirements.map(formatFormRequirement).join(', ');

/** Every namespace carries its name in it. */

/** One line: `app=web`, `every pod in namespaces with team=a`, `10.0.0.0/8 except 10.1.0.0/16`. */
export function formatFormPeer(peer: FormPeer | FormText): string {
  if (peer.type === 'text') return 'something only the text says';
  if (peer.type === 'addresses') {
    return peer.except.length === 0 ? peer.cidr : `${peer.cidr} except ${peer.except.join(', ')}`;
  }
  const pods = formatSelector(peer.pods, 'every pod');
  if (peer.namespaces === null) return pods;
  const [first, ...others] = peer.namespaces.requirements;
  if (first?.operator === 'Equals' && first.key === nameLabel && others.length === 0) {
    return `${pods} in namespace ${first.values[0]}`;
  }
  return peer.namespaces.requirements.length === 0
    ? `${pods} in every namespace`
    : `${pods} in namespaces with ${formatSelector(peer.namespaces, '')}`;
}

export function formatFormPort(port: FormPort | FormText): string {
  if (port.type === 'text') return 'something only the text says';
  const text = formatPortText(port);
  return text === '' ? `every ${port.protocol ?? 'TCP'} port` : `${port.protocol ?? 'TCP'} ${text}`;
}

/** The two halves of a rule in few words. */
export const formatFormRule = ({ peers, ports }: FormRule): { readonly peers: string; readonly ports: string } => ({
  peers: peers === null ? 'anyone' : peers.map(formatFormPeer).join(' · '),
  ports: ports === null ? 'every port' : ports.map(formatFormPort).join(', '),
});
