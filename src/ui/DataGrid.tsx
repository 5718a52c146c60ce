import { ArrowDown, ArrowUp } from 'lucide-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { moveInGrid, type GridPlace } from './gridKeys.ts';
import styles from './DataGrid.module.css';

export interface GridColumn<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A track of a CSS grid: `minmax(120px, 1fr)`. */
  readonly width: string;
  /** The same where the grid is narrow. */
  readonly narrowWidth: string;
  readonly sortable: boolean;
}

export interface GridSort<Id extends string> {
  readonly id: Id;
  readonly descending: boolean;
}

export interface DataGridProps<Id extends string> {
  readonly label: string;
  readonly columns: readonly GridColumn<Id>[];
  readonly rowCount: number;
  readonly renderCell: (row: number, column: Id) => ReactNode;
  readonly sort: GridSort<Id> | null;
  readonly onSort: (column: Id) => void;
  /** Click or Enter. */
  readonly onActivate: (row: number) => void;
  /** Drawn as chosen. */
  readonly isSelected: (row: number) => boolean;
  /** Rows in the page now, the last one not included. */
  readonly onVisible?: (first: number, end: number) => void;
  /** Instead of rows when there are none. */
  readonly empty: ReactNode;
}

const rowHeight = 28;

/** A table of which only the visible rows are in the page; one tab stop, arrows walk through cells and headers. */
export function DataGrid<Id extends string>(props: DataGridProps<Id>) {
  const { label, columns, rowCount, renderCell, sort, onSort, onActivate, isSelected, onVisible, empty } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  // What the virtualizer returns is used here only and never passed to memoised components.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The headers stand over the first row's place, so the last one needs as much more room.
    scrollPaddingEnd: rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => onVisible?.(first, end), [onVisible, first, end]);

  const here = { row: Math.min(place.row, rowCount - 1), column: Math.min(place.column, columns.length - 1) };
  const idOf = ({ row, column }: GridPlace) => `${gridId}-${row}-${column}`;
  const tracks = {
    '--tracks': columns.map(({ width }) => width).join(' '),
    '--narrow-tracks': columns.map(({ narrowWidth }) => narrowWidth).join(' '),
  } as CSSProperties;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const moved = moveInGrid(
      here,
      { key: event.key, toTheEnd: event.ctrlKey || event.metaKey },
      { rowCount, columnCount: columns.length, page },
    );
    const column = columns[here.column];
    if (moved !== null) {
      setPlace(moved);
      if (moved.row >= 0) virtualizer.scrollToIndex(moved.row);
      else scroller.current?.scrollTo({ top: 0 });
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (here.row >= 0) onActivate(here.row);
      else if (column?.sortable) onSort(column.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      className={styles.grid}
      style={tracks}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      aria-activedescendant={idOf(here)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        {columns.map((column, at) => (
          <div
            key={column.id}
            id={idOf({ row: -1, column: at })}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={!column.sortable ? undefined : toAriaSort(sort, column.id)}
            className={classNames(
              styles.header,
              column.sortable && styles.sortable,
              here.row === -1 && here.column === at && styles.active,
            )}
            onClick={() => column.sortable && onSort(column.id)}
          >
            {column.label}
            {sort?.id !== column.id ? null : sort.descending ? (
              <ArrowDown size={12} aria-hidden />
            ) : (
              <ArrowUp size={12} aria-hidden />
            )}
          </div>
        ))}
      </div>
      {rowCount === 0 ? <div className={styles.empty}>{empty}</div> : null}
      <div className={styles.sheet} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <div
            key={index}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={isSelected(index)}
            className={styles.row}
            style={{ transform: `translateY(${start}px)` }}
            onClick={() => {
              setPlace({ row: index, column: here.column });
              onActivate(index);
            }}
          >
            {columns.map(({ id }, at) => (
              <div
                key={id}
                id={idOf({ row: index, column: at })}
                role="gridcell"
                aria-colindex={at + 1}
                className={classNames(styles.cell, index === here.row && at === here.column && styles.active)}
              >
                {renderCell(index, id)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function toAriaSort<Id extends string>(sort: GridSort<Id> | null, id: Id): 'ascending' | 'descending' | 'none' {
  if (sort?.id !== id) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
