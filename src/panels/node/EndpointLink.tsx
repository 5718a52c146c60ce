import { select } from '../../store/actions/selectionActions.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import type { Endpoint } from './Endpoint.ts';

/** A name that selects its node. */
export const EndpointLink = ({ endpoint }: { endpoint: Endpoint }) => (
  <LinkButton onClick={() => select({ type: endpoint.kind === 'External' ? 'external' : 'workload', id: endpoint.id })}>
    {endpoint.name}
  </LinkButton>
);
