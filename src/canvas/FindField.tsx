import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { focusOnCanvas } from '../store/actions/viewActions.ts';
import { TextField } from '../ui/TextField.tsx';
import { findByName } from './graph/findByName.ts';
import type { DrawnEdge, Item, ItemId } from './graph/VisibleGraph.ts';
import { selectItem } from './selectOnCanvas.ts';
import styles from './FindField.module.css';

/** Opens when someone types on the map: goes to what has the typed letters in its name. Enter: the next; Escape: back to the map. */
export function FindField({
  first,
  items,
  edges,
  onClose,
}: {
  /** The letter that opened it. */
  readonly first: string;
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly edges: readonly DrawnEdge[];
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState(first);
  const [at, setAt] = useState(0);
  const found = useMemo(() => findByName(items, typed), [items, typed]);
  const show = (list: readonly Item[], next: number): void => {
    const item = list[next];
    setAt(next);
    if (item === undefined) return;
    selectItem(item, edges);
    focusOnCanvas(item.id);
  };
  const status =
    typed.trim() === ''
      ? ''
      : found.length === 0
        ? 'nothing found'
        : `${Math.min(at + 1, found.length)} of ${found.length}`;
  return (
    <div className={styles.find} role="search" data-testid="find-on-map">
      <TextField
        // Typing goes on where it began.
        autoFocus
        label="Find on the map"
        labelHidden
        icon={<Search size={14} aria-hidden />}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          show(findByName(items, text), 0);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter' && found.length > 0) {
            show(found, (at + (event.shiftKey ? found.length - 1 : 1)) % found.length);
          } else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
      />
      <span className={styles.status} role="status">
        {status}
      </span>
    </div>
  );
}
