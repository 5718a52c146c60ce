import type { ReactNode } from 'react';
import type { FormRequirement } from '../../engine/index.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FieldError } from './FieldError.tsx';
import { fieldKeys, type FieldKeys } from './fieldKeys.ts';
import { formatListText, readListText } from './listText.ts';
import styles from './Form.module.css';

/** A requirement while it is typed: its values as one text. */
export interface RequirementText {
  readonly key: string;
  readonly operator: FormRequirement['operator'];
  readonly values: string;
}

export const noRequirement: RequirementText = { key: '', operator: 'Equals', values: '' };

export const toRequirementText = ({ key, operator, values }: FormRequirement): RequirementText => ({
  key,
  operator,
  values: operator === 'Equals' ? (values[0] ?? '') : formatListText(values),
});

export function readRequirementText({ key, operator, values }: RequirementText): FormRequirement {
  if (operator === 'Exists' || operator === 'DoesNotExist') return { key: key.trim(), operator, values: [] };
  return {
    key: key.trim(),
    operator,
    values: operator === 'Equals' ? [values.trim()] : readListText(values),
  };
}

const operators = [
  { value: 'Equals', label: 'is' },
  { value: 'In', label: 'in' },
  { value: 'NotIn', label: 'not in' },
  { value: 'Exists', label: 'exists' },
  { value: 'DoesNotExist', label: 'absent' },
] as const satisfies readonly { value: FormRequirement['operator']; label: string }[];

export interface RequirementInputsProps extends FieldKeys {
  readonly label: string;
  readonly text: RequirementText;
  readonly error: string | null;
  readonly disabled: boolean;
  readonly onChange: (text: RequirementText) => void;
  /** Ids of the lists of known keys, and of known values by key. */
  readonly suggestions: (key: string | null) => string | undefined;
  readonly children?: ReactNode;
}

/** Characters: a long key takes a line of its own, a short one shares it with its value. */
const roomAround = 4;

/** Key, operator and values of one requirement. */
export function RequirementInputs(props: RequirementInputsProps) {
  const { label, text, error, disabled, onChange, suggestions, children } = props;
  const takesValues = text.operator !== 'Exists' && text.operator !== 'DoesNotExist';
  const onKeyDown = fieldKeys(props);
  return (
    <>
      <div className={styles.requirement}>
        <TextField
          label={`${label}: key`}
          labelHidden
          className={styles.key}
          style={{ flexBasis: `${text.key.length + roomAround}ch` }}
          placeholder="label"
          value={text.key}
          disabled={disabled}
          list={suggestions(null)}
          onChange={(key) => onChange({ ...text, key })}
          onKeyDown={onKeyDown}
        />
        <Select
          label={`${label}: operator`}
          options={operators}
          value={text.operator}
          disabled={disabled}
          onChange={(operator) => onChange({ ...text, operator: operator as RequirementText['operator'] })}
        />
        {takesValues ? (
          <TextField
            label={`${label}: ${text.operator === 'Equals' ? 'value' : 'values'}`}
            labelHidden
            className={styles.value}
            placeholder={text.operator === 'Equals' ? 'value' : 'value, value'}
            value={text.values}
            disabled={disabled}
            list={text.operator === 'Equals' ? suggestions(text.key) : undefined}
            onChange={(values) => onChange({ ...text, values })}
            onKeyDown={onKeyDown}
          />
        ) : null}
        {children}
      </div>
      <FieldError>{error}</FieldError>
    </>
  );
}
