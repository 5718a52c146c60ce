import { X } from 'lucide-react';
import type { FormRequirement } from '../../engine/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import {
  readRequirementText,
  RequirementInputs,
  toRequirementText,
  type RequirementInputsProps,
  type RequirementText,
} from './RequirementInputs.tsx';
import { useField } from './useField.ts';

export interface RequirementFieldsProps {
  readonly label: string;
  readonly requirement: FormRequirement;
  readonly disabled: boolean;
  readonly suggestions: RequirementInputsProps['suggestions'];
  readonly onChange: (requirement: FormRequirement) => Promise<string | null>;
  /** Without it everything would match. */
  readonly isOnly: boolean;
  readonly onRemove: () => void;
}

const isSame = (a: RequirementText, b: RequirementText): boolean =>
  JSON.stringify(readRequirementText(a)) === JSON.stringify(readRequirementText(b));

/** A requirement of the text. */
export function RequirementFields(props: RequirementFieldsProps) {
  const { label, requirement, disabled, suggestions, isOnly, onChange, onRemove } = props;
  const written = toRequirementText(requirement);
  const field = useField(written, (text) => onChange(readRequirementText(text)), isSame);
  return (
    <li onFocus={field.onFocus} onBlur={field.onBlur}>
      <RequirementInputs
        label={label}
        text={field.value}
        error={field.error}
        disabled={disabled}
        suggestions={suggestions}
        onChange={field.change}
        onEscape={field.reset}
      >
        <IconButton
          size="s"
          label={isOnly ? `Remove ${label}: everything matches then` : `Remove ${label}`}
          icon={<X size={14} aria-hidden />}
          disabled={disabled}
          onClick={onRemove}
        />
      </RequirementInputs>
    </li>
  );
}
