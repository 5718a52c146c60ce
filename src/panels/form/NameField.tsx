import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';
import { useForm } from './FormContext.ts';

/** The name is written when one is done: each one in between would be another policy. */
export function NameField() {
  const { form, disabled, edit } = useForm();
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const write = async (): Promise<void> => {
    if (draft === null) return;
    const refusal = draft === form.name ? null : await edit('name', { type: 'setName', name: draft });
    setError(refusal);
    if (refusal === null) setDraft(null);
  };
  return (
    <TextField
      label="Name"
      value={draft ?? form.name}
      error={error}
      disabled={disabled}
      onChange={(name) => {
        setDraft(name);
        setError(null);
      }}
      onBlur={() => void write()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void write();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setDraft(null);
        setError(null);
      }}
    />
  );
}
