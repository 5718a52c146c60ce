import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { FormRequirement, FormSelector, SelectorQuestion } from '../../engine/index.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Draft } from './Draft.tsx';
import { MatchList } from './MatchList.tsx';
import { RequirementFields } from './RequirementFields.tsx';
import { noRequirement, readRequirementText, RequirementInputs, type RequirementText } from './RequirementInputs.tsx';
import { useKnownLabels } from './useKnownLabels.ts';
import styles from './Form.module.css';

export interface SelectorFieldsProps {
  readonly label: string;
  readonly of: 'pods' | 'namespaces';
  readonly selector: FormSelector;
  readonly disabled: boolean;
  /** What the selector with these requirements takes in; null: it is not said here. */
  readonly toQuestion: ((selector: FormSelector) => SelectorQuestion) | null;
  readonly onAdd: (requirement: FormRequirement) => Promise<string | null>;
  readonly onSet: (position: number, requirement: FormRequirement) => Promise<string | null>;
  readonly onRemove: (position: number) => void;
  readonly startsAdding?: boolean;
  readonly onCancel?: () => void;
}

/** The requirements of a selector, one more if wanted, and what they match. */
export function SelectorFields(props: SelectorFieldsProps) {
  const { label, of, selector, disabled, toQuestion, onAdd, onSet, onRemove, startsAdding = false, onCancel } = props;
  const id = useId();
  const known = useKnownLabels(of);
  const [draft, setDraft] = useState<RequirementText | null>(startsAdding ? noRequirement : null);
  const { requirements } = selector;
  const words = of === 'pods' ? 'pod' : 'namespace';
  const suggestions = (key: string | null): string | undefined =>
    key === null ? `${id}-keys` : known.values.has(key) ? `${id}-values-${key}` : undefined;
  const cancel = (): void => {
    setDraft(null);
    onCancel?.();
  };
  const add = async (): Promise<string | null> => draft && onAdd(readRequirementText(draft));
  const wanted = draft && draft.key.trim() !== '' ? [...requirements, readRequirementText(draft)] : requirements;
  const usedKeys = [...requirements.map(({ key }) => key), draft?.key ?? ''];
  return (
    <div className={styles.selector} role="group" aria-label={label}>
      <datalist id={`${id}-keys`}>
        {known.keys.map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
      {[...new Set(usedKeys)].map((key) => (
        <datalist key={key} id={`${id}-values-${key}`}>
          {(known.values.get(key) ?? []).map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ))}
      {requirements.length === 0 && draft === null ? <p className={styles.everything}>every {words}</p> : null}
      <ul className={styles.requirements}>
        {requirements.map((requirement, position) => (
          <RequirementFields
            // Requirements have no other identity than their place.
            key={position}
            label={`${label} ${position + 1}`}
            requirement={requirement}
            disabled={disabled}
            suggestions={suggestions}
            isOnly={requirements.length === 1}
            onChange={(next) => onSet(position, next)}
            onRemove={() => onRemove(position)}
          />
        ))}
      </ul>
      {draft === null ? (
        <LinkButton disabled={disabled} onClick={() => setDraft(noRequirement)}>
          <Plus size={12} aria-hidden />{' '}
          {requirements.length === 0 ? `Only ${words}s with a label` : 'Another requirement'}
        </LinkButton>
      ) : (
        <Draft action="Add requirement" disabled={disabled || draft.key.trim() === ''} onAdd={add} onDone={cancel}>
          {({ error, add: tryAgain, changed }) => (
            <RequirementInputs
              label={`New ${words} requirement`}
              text={draft}
              error={error}
              disabled={disabled}
              suggestions={suggestions}
              onChange={(text) => {
                setDraft(text);
                changed();
              }}
              onEnter={tryAgain}
              onEscape={cancel}
            />
          )}
        </Draft>
      )}
      {toQuestion ? <MatchList question={toQuestion({ requirements: wanted })} /> : null}
    </div>
  );
}
