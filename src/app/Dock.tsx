import { X } from 'lucide-react';
import { Suspense, lazy } from 'react';
import { useProblemsAndHints } from '../panels/problem/useProblemsAndHints.ts';
import { setDockOpen, setDockTab } from '../store/actions/viewActions.ts';
import { countChanges } from '../store/selectors.ts';
import { usePolder } from '../store/store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TabList } from '../ui/TabList.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Later, lazyPanel } from './Later.tsx';
import { useFirstPicture } from './useFirstPicture.ts';

/** Monaco is three times everything else: it comes when the dock is first seen, and never before the first picture. */
const EditorDock = lazy(() => import('../editor/EditorDock.tsx'));

const loadingEditor = <EmptyState title="Loading the editor…" />;

const SearchPanel = lazyPanel(() => import('../panels/search/SearchPanel.tsx'), 'SearchPanel');
const HistoryPanel = lazyPanel(() => import('../panels/history/HistoryPanel.tsx'), 'HistoryPanel');
const ChangesPanel = lazyPanel(() => import('../panels/changes/ChangesPanel.tsx'), 'ChangesPanel');
const ProblemsPanel = lazyPanel(() => import('../panels/problem/ProblemsPanel.tsx'), 'ProblemsPanel');

export function Dock() {
  const tab = usePolder(({ view }) => view.dockTab);
  const changes = usePolder(countChanges);
  const problems = useProblemsAndHints();
  const isPictureShown = useFirstPicture();
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
              <Suspense fallback={loadingEditor}>{isPictureShown ? <EditorDock /> : loadingEditor}</Suspense>
            </ErrorBoundary>
          ),
        },
        {
          id: 'problems',
          label: 'Problems',
          count: errors + warnings,
          tone: errors > 0 ? 'error' : 'warning',
          content: <Later what="The list of problems" panel={ProblemsPanel} />,
        },
        { id: 'find', label: 'Find', keep: true, content: <Later what="The search" panel={SearchPanel} /> },
        { id: 'history', label: 'History', content: <Later what="The history" panel={HistoryPanel} /> },
        {
          id: 'changes',
          label: 'Changes',
          count: changes,
          content: <Later what="The comparison" panel={ChangesPanel} />,
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
