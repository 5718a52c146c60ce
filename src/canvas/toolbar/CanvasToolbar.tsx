import { Bookmark, EyeOff, ListFilter } from 'lucide-react';
import { openCanvasPanel } from '../../store/actions/canvasActions.ts';
import type { ViewSlice } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Toolbar, ToolbarItem } from '../../ui/Toolbar.tsx';
import styles from './CanvasToolbar.module.css';
import { FilterPanel } from './FilterPanel.tsx';
import { HiddenPanel } from './HiddenPanel.tsx';
import { countFilters } from './isFiltered.ts';
import { ViewsPanel } from './ViewsPanel.tsx';

const panels = [
  { id: 'filter', label: 'Filter', Icon: ListFilter, Panel: FilterPanel },
  { id: 'hidden', label: 'Hide', Icon: EyeOff, Panel: HiddenPanel },
  { id: 'views', label: 'Views', Icon: Bookmark, Panel: ViewsPanel },
] as const;

/** What the map shows: narrowed by a filter, without what was hidden, as a view that was kept. */
export function CanvasToolbar() {
  const open = usePolder(({ view }) => view.canvasPanel);
  const counts: Readonly<Record<NonNullable<ViewSlice['canvasPanel']>, number>> = {
    filter: usePolder(({ view }) => countFilters(view.filter)),
    hidden: usePolder(({ view }) => view.hidden.nodes.length + view.hidden.noise.length),
    views: usePolder(({ view }) => view.savedViews.length),
  };
  return (
    <Toolbar label="What the map shows" className={styles.toolbar}>
      {panels.map(({ id, label, Icon, Panel }) => (
        <Popover
          key={id}
          label={`${label}: what the map shows`}
          open={open === id}
          onOpenChange={(isOpen) => openCanvasPanel(isOpen ? id : null)}
          trigger={
            <ToolbarItem>
              <Button
                variant="quiet"
                size="s"
                className={styles.button}
                icon={<Icon size={14} aria-hidden />}
                data-active={counts[id] > 0}
              >
                <span className={styles.label}>{label}</span>
                {counts[id] > 0 && <span className={styles.count}>{counts[id]}</span>}
              </Button>
            </ToolbarItem>
          }
        >
          <Panel />
        </Popover>
      ))}
    </Toolbar>
  );
}
