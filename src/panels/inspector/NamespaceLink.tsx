import { select } from '../../store/actions/selectionActions.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

export const NamespaceLink = ({ name }: { name: string }) => (
  <LinkButton onClick={() => select({ type: 'namespace', id: name })}>{name}</LinkButton>
);
