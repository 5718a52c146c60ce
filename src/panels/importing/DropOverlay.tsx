import { Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { importDrop } from '../../store/actions/importActions.ts';
import { usePolder } from '../../store/store.ts';
import { run } from '../command/run.ts';
import styles from './DropOverlay.module.css';

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** The whole window takes drops; while something is dragged over it, it says where it would go. */
export function DropOverlay() {
  const [over, setOver] = useState(false);
  const [half, setHalf] = useState<'new' | 'current'>('new');
  const depth = useRef(0);
  const canAdd = usePolder(({ workspace }) => !workspace.isSample && workspace.files.length > 0);
  const name = usePolder(({ workspace }) => workspace.name);

  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      depth.current += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    };
    const move = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setHalf(canAdd && event.clientX > window.innerWidth / 2 ? 'current' : 'new');
    };
    const drop = (event: DragEvent) => {
      depth.current = 0;
      setOver(false);
      if (event.defaultPrevented || !bringsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      const { dataTransfer } = event;
      const into = canAdd && event.clientX > window.innerWidth / 2 ? 'current' : 'new';
      run(() => importDrop(dataTransfer, into));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', move);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', move);
      window.removeEventListener('drop', drop);
    };
  }, [canAdd]);

  if (!over) return null;
  return (
    <div className={styles.overlay} aria-hidden>
      <div className={styles.target} data-chosen={half === 'new' ? '' : undefined}>
        <Upload size={26} />
        <strong>Open in a new workspace</strong>
        <span>Files, folders or a zip. Nothing leaves this browser.</span>
      </div>
      {canAdd ? (
        <div className={styles.target} data-chosen={half === 'current' ? '' : undefined}>
          <Upload size={26} />
          <strong>Add to “{name}”</strong>
          <span>Beside the files that are there.</span>
        </div>
      ) : null}
    </div>
  );
}
