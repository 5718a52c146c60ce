import { useCallback, useMemo } from 'react';
import { formatRefusal, formShape, type FormEdit, type ObjectId, type PolicyForm } from '../../engine/index.ts';
import { editField, readForm } from '../../store/actions/formActions.ts';
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

function Fields({ form }: { form: PolicyForm }) {
  const { policy } = form;
  const shape = useMemo(() => formShape(form), [form]);
  const edit = useCallback(
    async (name: string, change: FormEdit): Promise<string | null> => {
      const { refusal } = await editField({ policy, shape, name }, change);
      return refusal === null || refusal.reason === 'NOTHING_TO_CHANGE' ? null : formatRefusal(refusal);
    },
    [policy, shape],
  );
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
