import { ArrowDownWideNarrow } from 'lucide-react';
import { useMemo } from 'react';
import { changeMatrix } from '../store/actions/viewActions.ts';
import type { MatrixOrder } from '../store/state.ts';
import { usePolder } from '../store/store.ts';
import { Button } from '../ui/Button.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { listUnits } from './model/MatrixUnits.ts';

const orders: readonly { readonly id: MatrixOrder; readonly label: string; readonly words: string }[] = [
  { id: 'name', label: 'Name', words: 'By name' },
  { id: 'flows', label: 'Number of flows', words: 'By flows' },
  { id: 'isolation', label: 'Isolation, closed first', words: 'By isolation' },
  { id: 'similarity', label: 'Similar flows together', words: 'By similarity' },
];

/** The order of rows and columns, and what is shown as one. */
export default function MatrixMenu() {
  const { order, grouped } = usePolder((state) => state.view.matrix);
  const snapshot = usePolder((state) => state.analysis.snapshot);
  const names = useMemo(
    () => (snapshot === null ? [] : listUnits(snapshot).groups.map(({ name }) => name)),
    [snapshot],
  );
  const items: readonly MenuItem[] = [
    { type: 'heading', id: 'order', label: 'Order of rows and columns' },
    ...orders.map(({ id, label }): MenuItem => ({
      type: 'item',
      id,
      label,
      checked: order === id,
      onSelect: () => changeMatrix({ order: id }),
    })),
    { type: 'separator', id: 'line' },
    {
      type: 'item',
      id: 'grouped',
      label: 'Group by namespace',
      checked: grouped,
      onSelect: () => changeMatrix({ grouped: !grouped }),
    },
    {
      type: 'item',
      id: 'open',
      label: 'Open all namespaces',
      disabled: !grouped,
      onSelect: () => changeMatrix({ opened: names }),
    },
    {
      type: 'item',
      id: 'fold',
      label: 'Fold all namespaces',
      disabled: !grouped,
      onSelect: () => changeMatrix({ opened: [] }),
    },
  ];
  return (
    <Menu
      align="end"
      trigger={
        <Button size="s" variant="quiet" icon={<ArrowDownWideNarrow size={14} aria-hidden />}>
          {orders.find(({ id }) => id === order)?.words}
        </Button>
      }
      items={items}
    />
  );
}
