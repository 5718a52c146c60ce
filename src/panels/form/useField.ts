import { useState } from 'react';

export interface Field<Value> {
  readonly value: Value;
  readonly error: string | null;
  readonly change: (value: Value) => void;
  /** Back to what the text says. */
  readonly reset: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * A field that shows what is typed while it has the focus, and as long as that could not be written; what the text says
 * otherwise. `write` answers with a sentence when it was not written.
 */
export function useField<Value>(
  written: Value,
  write: (value: Value) => Promise<string | null>,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): Field<Value> {
  const [draft, setDraft] = useState<{ readonly value: Value } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  if (draft !== null && !focused && isSame(draft.value, written)) {
    setDraft(null);
    setError(null);
  }
  return {
    value: draft === null ? written : draft.value,
    error,
    change: (value) => {
      setDraft({ value });
      if (isSame(value, written)) setError(null);
      else void write(value).then(setError);
    },
    reset: () => {
      setDraft(null);
      setError(null);
    },
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
}
