import { MousePointerClick } from 'lucide-react';
import { Suspense, lazy, useDeferredValue, useEffect, useState } from 'react';
import { usePolder } from '../../store/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabList } from '../../ui/TabList.tsx';
import { whenIdle } from '../../ui/whenIdle.ts';
import styles from './Details.module.css';

/** Nothing is selected at first: it comes when the browser has nothing else to do, or with the first selection. */
const loadDetails = () => import('./SelectionDetails.tsx');
const SelectionDetails = lazy(loadDetails);
const ReachQuery = lazy(() => import('../explain/ReachQuery.tsx'));

/** What is selected, and the question "Can … reach …?". */
export function InspectorPanel() {
  const [tab, setTab] = useState<'details' | 'reach'>('details');
  const selected = usePolder((state) => state.selection);
  // What is selected lights up on the map first; its details may follow. Of nothing there is nothing to wait for.
  const deferred = useDeferredValue(selected);
  const selection = selected === null ? null : deferred;
  const [shown, setShown] = useState(selection);
  useEffect(() => whenIdle(() => void loadDetails()), []);
  // A new selection is what one wants to see, whatever was asked before.
  if (shown !== selection) {
    setShown(selection);
    if (selection !== null) setTab('details');
  }
  return (
    <TabList
      label="Inspector"
      active={tab}
      onChange={setTab}
      tabs={[
        {
          id: 'details',
          label: 'Details',
          content: (
            <div className={styles.scroll}>
              {selection ? (
                <Suspense fallback={null}>
                  <SelectionDetails selection={selection} />
                </Suspense>
              ) : (
                <EmptyState icon={<MousePointerClick size={20} aria-hidden />} title="Nothing selected">
                  Select a workload, a namespace or a flow on the graph or in the explorer to see what it may reach, and
                  why.
                </EmptyState>
              )}
            </div>
          ),
        },
        {
          id: 'reach',
          label: 'Can it reach…?',
          content: (
            <Suspense fallback={null}>
              <ReachQuery />
            </Suspense>
          ),
        },
      ]}
    />
  );
}
