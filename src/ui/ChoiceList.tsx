import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './ChoiceList.module.css';

export interface Choice {
  readonly value: string;
  readonly content: ReactNode;
}

export interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A choice of few that take some words each, one below the other. */
export const ChoiceList = ({ label, choices, value, onChange }: ChoiceListProps) => (
  <RadioGroup.Root className={styles.list} aria-label={label} value={value} onValueChange={onChange}>
    {choices.map((choice) => (
      <RadioGroup.Item key={choice.value} value={choice.value} className={styles.item}>
        <span className={styles.dot} aria-hidden />
        <span className={styles.content}>{choice.content}</span>
      </RadioGroup.Item>
    ))}
  </RadioGroup.Root>
);
