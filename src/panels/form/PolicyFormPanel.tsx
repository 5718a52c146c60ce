import { useCallback, useMemo, useState } from 'react';
import {
  formatRefusal,
  formShape,
  type AliasChoice,
  type FormEdit,
  type ObjectId,
  type PolicyForm,
} from '../../engine/index.ts';
import { editField, readForm } from '../../store/actions/formActions.ts';
import { Button } from '../../ui/Button.tsx';
import { notify } from '../../ui/notify.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useAnswer } from '../explain/useAnswer.ts';
import { DirectionFields } from './DirectionFields.tsx';
import { FormContext, useForm } from './FormContext.ts';
import { FormEffect } from './FormEffect.tsx';
import { NameField } from './NameField.tsx';
import { SelectorFields } from './SelectorFields.tsx';
import styles from './Form.module.css';

/** A policy as fields, beside its text: what is typed here is written there at once, and the other way round. */
export default function PolicyFormPanel({ policy }: { policy: ObjectId }) {
  const form = useAnswer(policy, () => readForm(policy));
  if (form === null) return <p className={styles.waiting}>Reading its fields…</p>;
  return <Fields form={form} />;
}

/** A change that waits for an answer. */
interface SharedChange {
  readonly name: string;
  readonly change: FormEdit;
}

function Fields({ form }: { form: PolicyForm }) {
  const { policy } = form;
  const shape = useMemo(() => formShape(form), [form]);
  const [shared, setShared] = useState<SharedChange | null>(null);
  /** Once said, it goes for all further changes while the form is open. */
  const [aliases, setAliases] = useState<AliasChoice | undefined>(undefined);
  const edit = useCallback(
    async (name: string, change: FormEdit): Promise<string | null> => {
      const refusal = await editField({ policy, shape, name, aliases }, change);
      if (refusal?.reason === 'ALIASED' && aliases === undefined) {
        setShared({ name, change });
        return 'Not written yet: this place is shared.';
      }
      return refusal === null || refusal.reason === 'NOTHING_TO_CHANGE' ? null : formatRefusal(refusal);
    },
    [policy, shape, aliases],
  );
  const choose = async (choice: AliasChoice): Promise<void> => {
    if (shared === null) return;
    setAliases(choice);
    setShared(null);
    const refusal = await editField({ policy, shape, name: shared.name, aliases: choice }, shared.change);
    if (refusal !== null) notify.failed(formatRefusal(refusal));
  };
  const value = useMemo(() => ({ form, edit, disabled: form.blocked !== null }), [form, edit]);
  return (
    <FormContext value={value}>
      <form className={styles.form} aria-label={`Fields of ${form.name}`} onSubmit={(event) => event.preventDefault()}>
        <div className={styles.top}>
          {form.blocked ? (
            <Notice tone="warning" boxed>
              {formatRefusal(form.blocked)}
            </Notice>
          ) : null}
          {form.unknown.length > 0 ? (
            <Notice tone="info" boxed>
              No field stands for {form.unknown.join(', ')}; that stays as it is written.
            </Notice>
          ) : null}
          {shared ? (
            <Notice
              tone="warning"
              boxed
              urgent
              actions={
                <>
                  <Button size="s" onClick={() => void choose('everywhere')}>
                    Change all of them
                  </Button>
                  <Button size="s" onClick={() => void choose('here')}>
                    Only here
                  </Button>
                  <Button size="s" variant="quiet" onClick={() => setShared(null)}>
                    Cancel
                  </Button>
                </>
              }
            >
              Other places share this text through a YAML anchor. Change it for all of them, or write it out here and
              change it here alone?
            </Notice>
          ) : null}
          <NameField />
          <FormEffect file={form.at.file} />
        </div>
        <SubjectFields />
        <DirectionFields direction="ingress" />
        <DirectionFields direction="egress" />
      </form>
    </FormContext>
  );
}

function SubjectFields() {
  const { form, disabled, edit } = useForm();
  const { subject, namespace } = form;
  return (
    <Section title="Selects">
      {'type' in subject ? (
        <p className={styles.quiet}>No field stands for this selector; it is left as it is. Edit the text.</p>
      ) : (
        <SelectorFields
          label="Selected pods"
          of="pods"
          selector={subject}
          disabled={disabled}
          toQuestion={(pods) => ({ namespace, namespaces: null, pods })}
          onAdd={(requirement) =>
            edit('subject new', { type: 'addRequirement', selector: { of: 'subject' }, requirement })
          }
          onSet={(position, requirement) =>
            edit(`subject ${position}`, {
              type: 'setRequirement',
              selector: { of: 'subject' },
              position,
              requirement,
            })
          }
          onRemove={(position) =>
            void edit(`subject ${position}`, { type: 'removeRequirement', selector: { of: 'subject' }, position })
          }
        />
      )}
    </Section>
  );
}
