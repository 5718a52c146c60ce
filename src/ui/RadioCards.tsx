import { RadioGroup } from 'radix-ui';
import styles from './RadioCards.module.css';

export interface RadioChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface RadioCardsProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly RadioChoice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A choice of few, all visible. */
export const RadioCards = <Value extends string>({ label, choices, value, onChange }: RadioCardsProps<Value>) => (
  <RadioGroup.Root
    className={styles.group}
    aria-label={label}
    value={value}
    onValueChange={(next) => onChange(next as Value)}
  >
    {choices.map((choice) => (
      <RadioGroup.Item key={choice.value} className={styles.choice} value={choice.value}>
        {choice.label}
      </RadioGroup.Item>
    ))}
  </RadioGroup.Root>
);
