import type { PolicyView } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { SourceLink } from '../source/SourceLink.tsx';
import styles from './Details.module.css';

export const PolicyLinks = ({ policies, empty }: { policies: readonly PolicyView[]; empty: string }) => (
  <Section title="Policies" count={policies.length}>
    {policies.length === 0 ? (
      <p className={styles.quiet}>{empty}</p>
    ) : (
      <ul className={styles.list}>
        {policies.map((policy) => (
          <li key={policy.id}>
            <LinkButton onClick={() => select({ type: 'policy', id: policy.id })}>{policy.name}</LinkButton>
            <SourceLink at={policy.at} />
          </li>
        ))}
      </ul>
    )}
  </Section>
);
