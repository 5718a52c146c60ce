import { useEffect, useState } from 'react';
import type { ChangesView, FilePath } from '../../engine/index.ts';
import { askChangesSince } from '../../store/actions/formActions.ts';
import { polder, usePolder } from '../../store/store.ts';
import { formatCount } from '../../ui/formatCount.ts';
import styles from './Form.module.css';

/** So that a word typed quickly is compared once. */
const restMilliseconds = 250;

const textOf = (file: FilePath): string | null =>
  polder.getState().workspace.files.find(({ path }) => path === file)?.text ?? null;

/** What flows since the form was opened. */
export function FormEffect({ file }: { file: FilePath }) {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const [before] = useState(() => ({ path: file, text: textOf(file) }));
  const [flows, setFlows] = useState<ChangesView['flows'] | null>(null);
  const isChanged = usePolder(
    ({ workspace }) => workspace.files.find(({ path }) => path === before.path)?.text !== before.text,
  );
  useEffect(() => {
    if (!isChanged) return undefined;
    let wanted = true;
    const timer = window.setTimeout(() => {
      askChangesSince([before]).then(
        (view) => {
          if (wanted && view) setFlows(view.flows);
        },
        () => undefined,
      );
    }, restMilliseconds);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [snapshot, before, isChanged]);
  if (!isChanged || flows === null) {
    return <p className={styles.effect}>Every change is written into the text at once; undo takes it back.</p>;
  }
  const { added, removed, changed } = flows;
  const parts = [
    added > 0 ? `${formatCount(added, 'flow')} more` : '',
    removed > 0 ? `${formatCount(removed, 'flow')} less` : '',
    changed > 0 ? `${formatCount(changed, 'flow')} on other ports` : '',
  ].filter(Boolean);
  return (
    <p className={styles.effect} role="status" data-changed>
      Since the form was opened: {parts.length > 0 ? parts.join(', ') : 'no flow changes'}.
    </p>
  );
}
