import type {
  AliasChoice,
  ChangesView,
  FileRange,
  FormEdit,
  ObjectId,
  PolicyForm,
  Refusal,
  RefusalCode,
  SelectorMatches,
  SelectorQuestion,
} from '../../engine/index.ts';
import { OutdatedAnswer } from '../../worker/EngineClient.ts';
import type { OriginalFile } from '../../worker/protocol.ts';
import { requireServices } from '../services.ts';
import { patchSlice, polder } from '../store.ts';
import { applyEdits } from './applyEdits.ts';
import { reveal } from './editorActions.ts';
import { askOrNull } from './queryActions.ts';
import { select } from './selectionActions.ts';

export const setPolicyForm = (policyForm: boolean): void =>
  patchSlice('view', { policyForm, ...(policyForm && { inspectorOpen: true }) });

export const readForm = (policy: ObjectId): Promise<PolicyForm | null> => askOrNull('policyForm', { policy });

export const askMatches = (question: SelectorQuestion): Promise<SelectorMatches | null> =>
  askOrNull('selectorMatches', question);

/** The workspace against how some of its files were. */
export const askChangesSince = (originals: readonly OriginalFile[]): Promise<ChangesView | null> =>
  askOrNull('changes', { originals });

export interface FormField {
  readonly policy: ObjectId;
  /** `formShape` of the form on the screen. */
  readonly shape: string;
  /** Tells the fields of a form apart: quick changes of one are one step of the history, and only the last is written. */
  readonly name: string;
  /** What to do where the text is shared through YAML anchors; without it such a change is refused as ALIASED. */
  readonly aliases?: AliasChoice | undefined;
}

interface WaitingChange {
  field: FormField;
  edit: FormEdit;
  readonly outcome: Promise<Refusal | null>;
}

/** By field: changes that no one has begun to write. */
const waiting = new Map<string, WaitingChange>();
let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a change of a field into the text; one after the other, each on the text that the one before left. A change that still
 * waits gives way to a newer one of its field, and both have its outcome: why it was not written, null when it was.
 */
export function editField(field: FormField, edit: FormEdit): Promise<Refusal | null> {
  const key = `form:${field.policy}:${field.name}`;
  const former = waiting.get(key);
  if (former !== undefined) {
    Object.assign(former, { field, edit });
    return former.outcome;
  }
  const outcome = last.then(() => {
    const change = waiting.get(key)!;
    waiting.delete(key);
    return write(key, change.field, change.edit);
  });
  waiting.set(key, { field, edit, outcome });
  last = outcome.catch(() => undefined);
  return outcome;
}

/** The text may change that often while an answer is on its way. */
const attempts = 5;

async function write(key: string, { policy, shape, aliases }: FormField, edit: FormEdit): Promise<Refusal | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { revision } = polder.getState().workspace;
    try {
      const planned = await requireServices().engine.ask('planFormEdit', {
        policy,
        edit,
        shape,
        ...(aliases && { aliases }),
      });
      if (!planned.ok) return planned;
      const capture = edit.type.startsWith('set') ? 'gesture' : 'step';
      if (applyEdits(planned.plan, { capture, group: key, revision })) {
        follow(planned.plan.reveal);
        if (edit.type === 'setName') select({ type: 'policy', id: policy.replace(/[^/]*$/, edit.name) as ObjectId });
        return null;
      }
    } catch (error) {
      if (!(error instanceof OutdatedAnswer)) return toRefusal('UNVERIFIED');
    }
  }
  return toRefusal('FORM_OUTDATED');
}

/** Keeps what was just written in sight, if its file is what the editor shows. */
function follow(at: FileRange | null): void {
  const { editor, view } = polder.getState();
  if (at !== null && view.dockOpen && view.dockTab === 'editor' && editor.activeFile === at.file) reveal(at);
}

const toRefusal = (reason: RefusalCode): Refusal => ({ ok: false, reason, args: {} });
