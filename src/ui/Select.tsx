import styles from './Select.module.css';

export interface SelectOption {
  readonly value: string;
  readonly disabled?: boolean | undefined;
  readonly label: string;
}

export interface SelectProps {
  /** Name for assistive technology; the options say the rest. */
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly value: string;
  readonly disabled?: boolean | undefined;
  readonly onChange: (value: string) => void;
}

/** A choice among few. */
export const Select = ({ label, options, value, disabled, onChange }: SelectProps) => (
  <select
    className={styles.select}
    aria-label={label}
    value={value}
    disabled={disabled}
    onChange={(event) => onChange(event.currentTarget.value)}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);
