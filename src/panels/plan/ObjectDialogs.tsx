import { useState } from 'react';
import { nameLabel, type ObjectId, type WorkspaceSnapshot } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { TextField } from '../../ui/TextField.tsx';
import { nameOf } from '../node/Endpoint.ts';
import { formatLabels, parseLabels } from './parseFields.ts';
import { PlanDialog } from './PlanDialog.tsx';
import styles from './Plan.module.css';

export interface ObjectDialogProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly object: ObjectId;
}

const nameOfObject = (id: ObjectId): string => (id.startsWith('Namespace/') ? id.slice(10) : nameOf(id));

/** Another name for a namespace, a workload or a policy. */
export function RenameDialog({ snapshot, object }: ObjectDialogProps) {
  const old = nameOfObject(object);
  const [name, setName] = useState(old);
  return (
    <PlanDialog
      snapshot={snapshot}
      title={`Rename ${old}`}
      description="References that can be proven to mean it follow."
      action="Rename"
      waiting="Give it another name."
      intent={name === '' || name === old ? null : { type: 'rename', object, name }}
      onApplied={() => select(null)}
    >
      <div className={styles.grid}>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
    </PlanDialog>
  );
}

/** Other labels for the pods of a workload, or for a namespace. */
export function RelabelDialog({ snapshot, object }: ObjectDialogProps) {
  const labels = labelsOf(snapshot, object);
  const [text, setText] = useState(formatLabels(labels));
  const next = parseLabels(text);
  const set = Object.fromEntries(Object.entries(next ?? {}).filter(([key, value]) => labels[key] !== value));
  const remove = next === null ? [] : Object.keys(labels).filter((key) => !Object.hasOwn(next, key));
  const isChanged = next !== null && (Object.keys(set).length > 0 || remove.length > 0);
  return (
    <PlanDialog
      snapshot={snapshot}
      title={`Labels of ${nameOfObject(object)}`}
      description="Selectors that name an old value can follow."
      waiting="Change, add or take away labels."
      intent={isChanged ? { type: 'relabel', object, set, remove } : null}
    >
      <TextField
        label="Labels"
        value={text}
        onChange={setText}
        spellCheck={false}
        error={next === null ? 'Labels look like app=web, tier=front' : null}
      />
    </PlanDialog>
  );
}

/** The name label of a namespace is the cluster's own. */
function labelsOf(snapshot: WorkspaceSnapshot, object: ObjectId): Readonly<Record<string, string>> {
  const workload = snapshot.workloads.find(({ id }) => (id as string) === object);
  if (workload) return workload.labels;
  const namespace = snapshot.namespaces.find(({ name }) => `Namespace/${name}` === object);
  return Object.fromEntries(Object.entries(namespace?.labels ?? {}).filter(([key]) => key !== nameLabel));
}

/** Out of the files, with what that does to the flows. */
export const DeleteDialog = ({ snapshot, object }: ObjectDialogProps) => (
  <PlanDialog
    snapshot={snapshot}
    title={`Delete ${nameOfObject(object)}`}
    description={object}
    action="Delete"
    danger
    waiting=""
    intent={{ type: 'delete', objects: [object] }}
    onApplied={() => select(null)}
  />
);

/** The same flows in fewer words. */
export const TidyDialog = ({ snapshot, policy }: { snapshot: WorkspaceSnapshot; policy: ObjectId | null }) => (
  <PlanDialog
    snapshot={snapshot}
    title={policy === null ? 'Tidy the policies' : `Tidy ${nameOfObject(policy)}`}
    description="The same flows in fewer words. Each way was evaluated: no flow and no isolation changes, for certain or perhaps."
    waiting=""
    intent={{ type: 'tidy', policy }}
  />
);
