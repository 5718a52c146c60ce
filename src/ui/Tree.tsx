import { ChevronRight } from 'lucide-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { findByTyping, handleTreeKey, placeInSets, type TreeRow } from './treeKeys.ts';
import styles from './Tree.module.css';

export type { TreeRow };

export interface TreeProps<Row extends TreeRow> {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Scrolled into view when it changes. */
  readonly selectedId: string | null;
  readonly renderRow: (row: Row) => ReactNode;
  /** Buttons at the end of a row; reachable with Tab on the active row. */
  readonly renderActions?: (row: Row, tabIndex: number) => ReactNode;
  /** Click, Enter or Space. */
  readonly onActivate: (row: Row) => void;
  readonly onToggle?: (row: Row) => void;
  /** The right button or the menu key, at a place of the screen. */
  readonly onMenu?: (row: Row, at: { readonly x: number; readonly y: number }) => void;
  /** The Delete key. */
  readonly onDelete?: (row: Row) => void;
  readonly rowHeight?: number;
}

const typingPause = 700;

/** A tree of which only the visible rows are in the page; one tab stop, arrows inside. */
export function Tree<Row extends TreeRow>(props: TreeProps<Row>) {
  const {
    label,
    rows,
    selectedId,
    renderRow,
    renderActions,
    onActivate,
    onToggle,
    onMenu,
    onDelete,
    rowHeight = 26,
  } = props;
  const treeId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [wantedId, setWantedId] = useState<string | null>(null);
  const isFlat = useMemo(() => rows.every(({ expanded, level }) => expanded === null && level === 1), [rows]);
  const places = useMemo(() => placeInSets(rows), [rows]);
  // What the virtualizer returns is used here only and never passed to memoised components.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });

  const indexOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id));
  const wanted = indexOf(wantedId);
  const active = wanted >= 0 ? wanted : Math.max(0, indexOf(selectedId));

  const moveTo = (index: number) => {
    setWantedId(rows[index]?.id ?? null);
    virtualizer.scrollToIndex(index);
  };

  const selectedIndex = indexOf(selectedId);
  useEffect(() => {
    if (selectedIndex < 0) return;
    setWantedId(selectedId);
    virtualizer.scrollToIndex(selectedIndex);
    // Only a new selection scrolls; rows that come and go around it do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[active];
    if (row === undefined) return;
    const pageSize = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    if (event.key === 'Delete' && onDelete) onDelete(row);
    else {
      const result = handleTreeKey(rows, active, event.key, pageSize);
      if (result === null) {
        // Letters look for a row here; they are not the commands they are elsewhere.
        if (!/^[\p{L}\p{N}]$/u.test(event.key)) return;
        event.stopPropagation();
        const now = event.timeStamp;
        typed.current = {
          text: now - typed.current.at < typingPause ? typed.current.text + event.key : event.key,
          at: now,
        };
        const found = findByTyping(rows, active, typed.current.text);
        if (found === null) return;
        moveTo(found);
      } else if (result.type === 'move') moveTo(result.index);
      else if (result.type === 'toggle') onToggle?.(row);
      else onActivate(row);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const activeRow = rows[active];
  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={activeRow === undefined ? undefined : `${treeId}-${active}`}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        // The menu key, or the right button where there is no row.
        const row = rows[active];
        if (!onMenu) return;
        event.preventDefault();
        if (event.button !== 2 && row) onMenu(row, { x: event.clientX, y: event.clientY });
      }}
    >
      <div className={styles.sheet} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              id={`${treeId}-${item.index}`}
              role="treeitem"
              aria-level={row.level}
              // All that the row shows, so that what is seen and what is said agree.
              aria-labelledby={`${treeId}-${item.index}-words`}
              aria-setsize={places[item.index]?.size}
              aria-posinset={places[item.index]?.position}
              aria-expanded={row.expanded ?? undefined}
              aria-selected={row.id === selectedId}
              className={classNames(styles.row, item.index === active && styles.active)}
              style={{
                height: rowHeight,
                transform: `translateY(${item.start}px)`,
                paddingLeft: 2 + (row.level - 1) * 10,
              }}
              onClick={() => {
                setWantedId(row.id);
                onActivate(row);
              }}
              onContextMenu={(event) => {
                if (!onMenu) return;
                event.preventDefault();
                event.stopPropagation();
                setWantedId(row.id);
                onMenu(row, { x: event.clientX, y: event.clientY });
              }}
            >
              {isFlat ? (
                <span className={styles.noTwist} />
              ) : row.expanded === null ? (
                <span className={styles.twist} />
              ) : (
                <span
                  className={styles.twist}
                  data-open={row.expanded ? '' : undefined}
                  onClick={(event) => {
                    event.stopPropagation();
                    setWantedId(row.id);
                    onToggle?.(row);
                  }}
                >
                  <ChevronRight size={14} aria-hidden />
                </span>
              )}
              <span id={`${treeId}-${item.index}-words`} className={styles.words}>
                {renderRow(row)}
              </span>
              {renderActions ? (
                <span className={styles.actions} onClick={(event) => event.stopPropagation()}>
                  {renderActions(row, item.index === active ? 0 : -1)}
                </span>
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}
