import { createContext, useContext } from 'react';
import type { FormEdit, PolicyForm } from '../../engine/index.ts';

export interface FormValue {
  readonly form: PolicyForm;
  readonly disabled: boolean;
  /** Writes a change of a field; answers with a sentence when it was not written. */
  readonly edit: (name: string, edit: FormEdit) => Promise<string | null>;
}

export const FormContext = createContext<FormValue | null>(null);

export function useForm(): FormValue {
  const value = useContext(FormContext);
  if (value === null) throw new Error('outside of a policy form');
  return value;
}
