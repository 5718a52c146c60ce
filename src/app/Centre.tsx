import { Suspense, lazy, useState, type ReactNode } from 'react';
import { PolicyCanvas } from '../canvas/PolicyCanvas.tsx';
import { LeftOutNotice } from '../panels/status/LeftOutNotice.tsx';
import { setCentre } from '../store/actions/viewActions.ts';
import { usePolder } from '../store/store.ts';
import { TabList } from '../ui/TabList.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './App.module.css';

/** The graph is what most people see first; the others are fetched when they are asked for. */
const PolicyMatrix = lazy(() => import('../matrix/PolicyMatrix.tsx'));
const FlowsPanel = lazy(() => import('../panels/flow/FlowsPanel.tsx'));
const MatrixMenu = lazy(() => import('../matrix/MatrixMenu.tsx'));

/** The same flows in three ways: as a map, as a matrix, as a list. */
export function Centre() {
  const centre = usePolder(({ view }) => view.centre);
  const [covered, setCovered] = useState(0);
  return (
    <TabList
      label="View"
      active={centre}
      onChange={setCentre}
      actions={<Suspense fallback={null}>{centre === 'matrix' ? <MatrixMenu /> : null}</Suspense>}
      tabs={[
        {
          id: 'graph',
          label: 'Graph',
          content: (
            <div className={styles.map}>
              <ErrorBoundary what="The graph">
                <PolicyCanvas coveredTop={covered} />
              </ErrorBoundary>
              <LeftOutNotice onHeight={setCovered} />
            </div>
          ),
        },
        {
          id: 'matrix',
          label: 'Matrix',
          content: (
            <BelowNotice what="The matrix">
              <PolicyMatrix />
            </BelowNotice>
          ),
        },
        {
          id: 'list',
          label: 'List',
          content: (
            <BelowNotice what="The list">
              <FlowsPanel />
            </BelowNotice>
          ),
        },
      ]}
    />
  );
}

/** What has headers at its top, which nothing may lie on. */
const BelowNotice = ({ what, children }: { readonly what: string; readonly children: ReactNode }) => (
  <div className={styles.belowNotice}>
    <LeftOutNotice isAbove />
    <div className={styles.rest}>
      <ErrorBoundary what={what}>
        <Suspense fallback={null}>{children}</Suspense>
      </ErrorBoundary>
    </div>
  </div>
);
