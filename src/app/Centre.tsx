import { Suspense, lazy } from 'react';
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
                <PolicyCanvas />
              </ErrorBoundary>
              <LeftOutNotice />
            </div>
          ),
        },
        {
          id: 'matrix',
          label: 'Matrix',
          content: (
            <div className={styles.map}>
              <ErrorBoundary what="The matrix">
                <Suspense fallback={null}>
                  <PolicyMatrix />
                </Suspense>
              </ErrorBoundary>
              <LeftOutNotice />
            </div>
          ),
        },
        {
          id: 'list',
          label: 'List',
          content: (
            <ErrorBoundary what="The list">
              <Suspense fallback={null}>
                <FlowsPanel />
              </Suspense>
            </ErrorBoundary>
          ),
        },
      ]}
    />
  );
}
