import '../ui/base.css';
import { Suspense, lazy, useEffect } from 'react';
import { useFlowHighlights } from '../panels/explain/useFlowHighlights.ts';
import { DropOverlay } from '../panels/importing/DropOverlay.tsx';
import { ImportProgress } from '../panels/importing/ImportProgress.tsx';
import { Invitation } from '../panels/importing/Invitation.tsx';
import { InspectorPanel } from '../panels/inspector/InspectorPanel.tsx';
import { NoticeBar } from '../panels/status/NoticeBar.tsx';
import { StatusBar } from '../panels/status/StatusBar.tsx';
import { loadZipWriter } from '../store/actions/exportActions.ts';
import { usePolder } from '../store/store.ts';
import { FocusMemory } from '../ui/FocusMemory.tsx';
import { Toasts } from '../ui/notify.tsx';
import { Pane, PaneHandle, Panes } from '../ui/Panes.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { whenIdle } from '../ui/whenIdle.ts';
import { Centre } from './Centre.tsx';
import { Dock } from './Dock.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Explorer } from './Explorer.tsx';
import { paneSizes } from './paneSizes.ts';
import { startTheme } from './theme.ts';
import { TopBar } from './TopBar.tsx';
import { useKeyboard } from './useKeyboard.ts';
import { startSmallWindow, useSmallWindow } from './useSmallWindow.ts';
import styles from './App.module.css';

/** Not needed to draw the first picture; fetched when the browser has nothing else to do. */
const loadDialogs = () => import('./Dialogs.tsx');
const Dialogs = lazy(loadDialogs);
const SelectionMenu = lazy(() => import('./SelectionMenu.tsx'));

startTheme();
startSmallWindow();
const sizes = paneSizes({ width: window.innerWidth, height: window.innerHeight });

export function App() {
  useKeyboard();
  useSmallWindow();
  useFlowHighlights();
  const theme = usePolder(({ view }) => view.theme);
  const hasDialog = usePolder(({ dialog }) => dialog !== null);
  const hasMenu = usePolder(({ menu }) => menu !== null);
  useEffect(
    () =>
      whenIdle(() => {
        void loadDialogs();
        void loadZipWriter();
      }),
    [],
  );
  return (
    <ErrorBoundary what="Polder">
      <FocusMemory>
        <TooltipProvider>
          <div className={styles.shell}>
            <TopBar />
            <NoticeBar />
            <main className={styles.main}>
              <Workbench />
            </main>
            <StatusBar />
          </div>
          <Suspense fallback={null}>
            {hasDialog ? <Dialogs /> : null}
            {hasMenu ? <SelectionMenu /> : null}
          </Suspense>
          <ImportProgress />
          <DropOverlay />
          <Toasts theme={theme} />
        </TooltipProvider>
      </FocusMemory>
    </ErrorBoundary>
  );
}

function Workbench() {
  const explorerOpen = usePolder(({ view }) => view.explorerOpen);
  const inspectorOpen = usePolder(({ view }) => view.inspectorOpen);
  const dockOpen = usePolder(({ view }) => view.dockOpen);
  return (
    <Panes direction="horizontal">
      {explorerOpen ? (
        <>
          <Pane id="explorer" className={styles.side} size={sizes.explorer} min={180} max={480}>
            <Explorer />
          </Pane>
          <PaneHandle label="Width of the explorer" />
        </>
      ) : null}
      <Pane id="centre" min={320}>
        <Invitation />
        <Panes direction="vertical">
          <Pane id="canvas" min={120}>
            <Centre />
          </Pane>
          {dockOpen ? (
            <>
              <PaneHandle label="Height of the dock" />
              <Pane id="dock" className={styles.side} size={sizes.dock} min={100}>
                <Dock />
              </Pane>
            </>
          ) : null}
        </Panes>
      </Pane>
      {inspectorOpen ? (
        <>
          <PaneHandle label="Width of the inspector" />
          <Pane id="inspector" className={styles.side} size={sizes.inspector} min={240} max={640}>
            <InspectorPanel />
          </Pane>
        </>
      ) : null}
    </Panes>
  );
}
