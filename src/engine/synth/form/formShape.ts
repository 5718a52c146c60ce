import type { FormSelector, FormText, PolicyForm } from './PolicyForm.ts';

/**
 * How many of everything a form has: while that stays, the positions in an edit mean the same things. An edit that was made
 * on a form of another shape is refused.
 */
export function formShape({ policy, subject, rules }: PolicyForm): string {
  const lists = (['ingress', 'egress'] as const).map((direction) =>
    rules[direction].map((rule) =>
      'type' in rule
        ? 'text'
        : {
            peers: rule.peers?.map((peer) =>
              peer.type === 'pods' ? [shapeOf(peer.namespaces), shapeOf(peer.pods)] : peer.type,
            ),
            ports: rule.ports?.map(({ type }) => type),
          },
    ),
  );
  return JSON.stringify([policy, shapeOf(subject), lists]);
}

const shapeOf = (selector: FormSelector | FormText | null): string =>
  selector === null || 'type' in selector
    ? (selector?.type ?? '')
    : selector.requirements.map(({ operator }) => (operator === 'Equals' ? '=' : '~')).join('');
