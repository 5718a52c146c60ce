import type { EndReason } from '../../engine/index.ts';
import { nameOf } from '../node/Endpoint.ts';
import { SourceLink } from '../source/SourceLink.tsx';

/** How an end stands, in a sentence; the rules of an isolated one follow. */
export function Situation({ reason }: { reason: EndReason }) {
  switch (reason.state) {
    case 'open':
      return <p>No policy selects it for {reason.direction}, so everything is allowed here.</p>;
    case 'external':
      return <p>Outside the cluster: no policy is evaluated there.</p>;
    case 'hostNetwork':
      return <p>It uses the network of its node: policies are taken not to select it.</p>;
    case 'self':
      return <p>A pod always reaches itself.</p>;
    case 'node':
      return <p>Traffic between a pod and its own node is always allowed.</p>;
    case 'isolated':
      return (
        <p>
          Isolated by{' '}
          {reason.isolatedBy.map(({ policy, origin, match }, index) => (
            <span key={policy}>
              {index > 0 ? ', ' : ''}
              {match === 'maybe' ? 'perhaps ' : ''}
              <SourceLink at={{ file: origin.file, ...origin.range }}>{nameOf(policy)}</SourceLink>
            </span>
          ))}
          {reason.admitting.length > 0 ? '; allowed by' : '; no rule allows it.'}
        </p>
      );
  }
}
