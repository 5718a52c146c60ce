import { useState } from 'react';
import { toFilePath, type NewObject, type NewWorkload, type WorkspaceSnapshot } from '../../engine/index.ts';
import { select } from '../../store/actions/selectionActions.ts';
import { usePolder } from '../../store/store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { parseLabels, parsePorts } from './parseFields.ts';
import { PlanDialog } from './PlanDialog.tsx';
import styles from './Plan.module.css';

export interface CreateDialogProps {
  readonly snapshot: WorkspaceSnapshot;
  readonly kind: 'workload' | 'namespace' | 'policy';
  readonly namespace: string | null;
}

const kinds: readonly NewWorkload['kind'][] = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'];
const newFile = 'new';
const anyFile = 'any';

/** Writes a namespace, a workload or a policy as a manifest, so that one can design from nothing. */
export function CreateDialog({ snapshot, kind: first, namespace: firstNamespace }: CreateDialogProps) {
  const files = usePolder(({ workspace }) => workspace.files);
  const [type, setType] = useState(first);
  const [kind, setKind] = useState<NewWorkload['kind']>('Deployment');
  const [namespace, setNamespace] = useState(firstNamespace ?? snapshot.namespaces[0]?.name ?? 'default');
  const [name, setName] = useState('');
  const [labels, setLabels] = useState('');
  const [ports, setPorts] = useState('');
  const [ingress, setIngress] = useState(true);
  const [egress, setEgress] = useState(false);
  const [file, setFile] = useState(anyFile);
  const [path, setPath] = useState('');
  const labelSet = parseLabels(labels);
  const portList = parsePorts(ports);
  const object = ((): NewObject | null => {
    if (name === '' || labelSet === null) return null;
    if (type === 'namespace') return { kind: 'Namespace', name, labels: labelSet };
    if (namespace === '') return null;
    if (type === 'workload') {
      return portList === null ? null : { kind, namespace, name, labels: labelSet, ports: portList };
    }
    const isolates = [...(ingress ? (['ingress'] as const) : []), ...(egress ? (['egress'] as const) : [])];
    return isolates.length === 0 ? null : { kind: 'NetworkPolicy', namespace, name, podSelector: labelSet, isolates };
  })();
  const place = file === anyFile ? null : toFilePath(file === newFile ? path : file.slice(1));
  const ready = object !== null && (file !== newFile || path !== '');
  return (
    <PlanDialog
      snapshot={snapshot}
      title={`Create a ${type}`}
      description="Written as a manifest; nothing else of the text changes."
      action="Create"
      waiting={name === '' ? 'Give it a name.' : 'Fill in what is marked.'}
      intent={ready && object ? { type: 'create', object, file: place } : null}
      onApplied={() => {
        if (type === 'namespace') select({ type: 'namespace', id: name });
        else if (type === 'policy') select({ type: 'policy', id: `${namespace}/NetworkPolicy/${name}` });
        else select({ type: 'workload', id: `${namespace}/${kind}/${name}` });
      }}
    >
      <div className={styles.fields}>
        <RadioCards
          label="What"
          value={type}
          onChange={setType}
          choices={[
            { value: 'workload', label: 'Workload' },
            { value: 'namespace', label: 'Namespace' },
            { value: 'policy', label: 'Policy' },
          ]}
        />
        <div className={styles.grid}>
          <TextField label="Name" value={name} onChange={setName} autoComplete="off" spellCheck={false} />
          {type === 'namespace' ? null : (
            <TextField
              label="Namespace"
              value={namespace}
              onChange={setNamespace}
              autoComplete="off"
              spellCheck={false}
              error={namespace === '' ? 'A namespace' : null}
              list="known-namespaces"
            />
          )}
          {type === 'workload' ? (
            <div>
              <span className={styles.fieldLabel}>Kind</span>
              <Select
                label="Kind"
                options={kinds.map((one) => ({ value: one, label: one }))}
                value={kind}
                onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'Deployment')}
              />
            </div>
          ) : null}
          <TextField
            label={type === 'policy' ? 'Selects pods with labels' : 'Labels'}
            placeholder={
              type === 'policy'
                ? 'none: every pod of the namespace'
                : type === 'workload' && name !== ''
                  ? `app=${name}`
                  : 'app=web, tier=front'
            }
            value={labels}
            onChange={setLabels}
            spellCheck={false}
            error={labelSet === null ? 'Labels look like app=web, tier=front' : null}
          />
          {type === 'workload' ? (
            <TextField
              label="Container ports"
              placeholder="http 8080, 53/udp"
              value={ports}
              onChange={setPorts}
              spellCheck={false}
              error={portList === null ? 'Ports look like http 8080, 53/udp' : null}
            />
          ) : null}
          <div>
            <span className={styles.fieldLabel}>File</span>
            <Select
              label="File"
              options={[
                { value: anyFile, label: 'Where its neighbours are' },
                ...files.map((one) => ({ value: `/${one.path}`, label: one.path })),
                { value: newFile, label: 'A new file…' },
              ]}
              value={file}
              onChange={setFile}
            />
          </div>
          {file === newFile ? (
            <TextField label="Path of the new file" placeholder="policies/shop.yaml" value={path} onChange={setPath} />
          ) : null}
        </div>
        {type === 'policy' ? (
          <>
            <Checkbox label="Isolates for ingress" checked={ingress} onChange={setIngress} />
            <Checkbox label="Isolates for egress" checked={egress} onChange={setEgress} />
          </>
        ) : null}
        <datalist id="known-namespaces">
          {snapshot.namespaces.map((one) => (
            <option key={one.name} value={one.name} />
          ))}
        </datalist>
      </div>
    </PlanDialog>
  );
}
