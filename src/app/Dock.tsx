import { X } from 'lucide-react';
import { Suspense, lazy } from 'react';
import { HistoryPanel } from '../panels/history/HistoryPanel.tsx';
import { ChangesPanel } from '../panels/changes/ChangesPanel.tsx';
import { ProblemsPanel } from '../panels/problem/ProblemsPanel.tsx';
import { useProblems } from '../panels/problem/useProblems.ts';
import { SearchPanel } from '../panels/search/SearchPanel.tsx';
import { setDockOpen, setDockTab } from '../store/actions/viewActions.ts';
import { countChanges } from '../store/selectors.ts';
import { usePolder } from '../store/store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TabList } from '../ui/TabList.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

/** Monaco is three times everything else: it comes when the dock is first seen. */
const EditorDock = lazy(() => import('../editor/EditorDock.tsx'));

export function Dock() {
  const tab = usePolder(({ view }) => view.dockTab);
  const changes = usePolder(countChanges);
  const problems = useProblems();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  return (
    <TabList
      label="Dock"
      active={tab}
      onChange={setDockTab}
      tabs={[
        {
          id: 'editor',
          label: 'Editor',
          keep: true,
          content: (
            <ErrorBoundary what="The editor">
              <Suspense fallback={<EmptyState title="Loading the editor…" />}>
                <EditorDock />
              </Suspense>
            </ErrorBoundary>
          ),
        },
        {
          id: 'problems',
          label: 'Problems',
          count: errors + warnings,
          tone: errors > 0 ? 'error' : 'warning',
          content: <ProblemsPanel />,
        },
        { id: 'find', label: 'Find', keep: true, content: <SearchPanel /> },
        { id: 'history', label: 'History', content: <HistoryPanel /> },
        {
          id: 'changes',
          label: 'Changes',
          count: changes,
          content: (
            <ErrorBoundary what="The comparison">
              <ChangesPanel />
            </ErrorBoundary>
          ),
        },
      ]}
      actions={
        <IconButton
          size="s"
          label="Hide the dock"
          icon={<X size={15} aria-hidden />}
          onClick={() => setDockOpen(false)}
        />
      }
    />
  );
}
