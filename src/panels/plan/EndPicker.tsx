import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Combobox, type ComboboxOption } from '../../ui/Combobox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { offerBlock, type EndValue } from './EndValue.ts';
import styles from './EndPicker.module.css';

export interface EndPickerProps {
  readonly label: 'From' | 'To';
  readonly options: readonly ComboboxOption[];
  readonly values: readonly EndValue[];
  readonly onChange: (values: readonly EndValue[]) => void;
  readonly startsOpen?: boolean;
}

/** One or several ends; each is a workload, a namespace or addresses. */
export function EndPicker({ label, options, values, onChange, startsOpen = false }: EndPickerProps) {
  const [adding, setAdding] = useState(false);
  const rows: readonly (EndValue | null)[] = values.length === 0 || adding ? [...values, null] : values;
  const word = label === 'From' ? 'source' : 'target';
  return (
    <div className={styles.picker}>
      {rows.map((value, index) => (
        <div key={value ?? 'new'} className={styles.row}>
          <Combobox
            label={index === 0 ? label : `${label} ${index + 1}`}
            placeholder={label === 'From' ? 'Choose where from' : 'Choose where to'}
            options={withChosen(options, value).filter((one) => one.value === value || !values.includes(one.value))}
            value={value}
            offer={offerBlock}
            startsOpen={value === null && (startsOpen || adding)}
            onChange={(next) => {
              onChange(value === null ? [...values, next] : values.with(index, next));
              setAdding(false);
            }}
          />
          {rows.length > 1 ? (
            <IconButton
              label={`Leave out ${label.toLowerCase()} ${index + 1}`}
              icon={<X size={14} aria-hidden />}
              onClick={() => {
                if (value === null) setAdding(false);
                else onChange(values.filter((one) => one !== value));
              }}
            />
          ) : null}
        </div>
      ))}
      {values.length > 0 && !adding ? (
        <LinkButton onClick={() => setAdding(true)}>
          <Plus size={12} aria-hidden /> Another {word}
        </LinkButton>
      ) : null}
    </div>
  );
}

/** Addresses that were typed are no option of the workspace, but of this field. */
function withChosen(options: readonly ComboboxOption[], value: EndValue | null): readonly ComboboxOption[] {
  if (value === null || options.some((option) => option.value === value)) return options;
  const typed = offerBlock(value.replace(/^cidr:/, ''));
  return typed ? [...options, typed] : options;
}
