import { MousePointerClick } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { usePolder } from '../../store/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabList } from '../../ui/TabList.tsx';
import { SelectionDetails } from './SelectionDetails.tsx';
import styles from './Details.module.css';

const ReachQuery = lazy(() => import('../explain/ReachQuery.tsx'));

/** What is selected, and the question "Can … reach …?". */
export function InspectorPanel() {
  const [tab, setTab] = useState<'details' | 'reach'>('details');
  const selection = usePolder((state) => state.selection);
  const [shown, setShown] = useState(selection);
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
                <SelectionDetails selection={selection} />
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
