import { useState } from 'react';
import { closeDialog } from '../../store/actions/dialogActions.ts';
import { importPasted, type ImportTarget } from '../../store/actions/importActions.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { run } from '../command/run.ts';
import styles from './PasteDialog.module.css';

const example =
  'kubectl get namespaces,deployments,statefulsets,daemonsets,jobs,cronjobs,services,networkpolicies -A -o yaml';

export function PasteDialog() {
  const isSample = usePolder(({ workspace }) => workspace.isSample);
  const name = usePolder(({ workspace }) => workspace.name);
  const [into, setInto] = useState<ImportTarget>(isSample ? 'new' : 'current');
  const [text, setText] = useState('');
  return (
    <Dialog
      title="Paste manifests"
      description="YAML with any number of documents, or JSON."
      size="l"
      onClose={closeDialog}
      footer={
        <>
          {isSample ? null : (
            <span className={styles.target}>
              <RadioCards
                label="Where the text goes"
                value={into}
                onChange={setInto}
                choices={[
                  { value: 'current', label: `Add to “${name}”` },
                  { value: 'new', label: 'Into a new workspace' },
                ]}
              />
            </span>
          )}
          <Button onClick={closeDialog}>Cancel</Button>
          <Button variant="primary" disabled={text.trim() === ''} onClick={() => run(() => importPasted(text, into))}>
            Import
          </Button>
        </>
      }
    >
      <textarea
        className={styles.text}
        aria-label="Manifests"
        placeholder={'apiVersion: apps/v1\nkind: Deployment\n…'}
        spellCheck={false}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className={styles.hint}>
        From a cluster: <code>{example}</code>
      </p>
    </Dialog>
  );
}
