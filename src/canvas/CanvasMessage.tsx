import { FileQuestion, Map as MapIcon, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { noteViewport } from '../store/actions/canvasActions.ts';
import { openDialog } from '../store/actions/dialogActions.ts';
import { setPositions } from '../store/actions/viewActions.ts';
import { usePolder } from '../store/store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './CanvasMessage.module.css';

/** What stands where the map will be. */
export function CanvasMessage({ about }: { about: 'waiting' | 'drawing' | 'nothing' | 'failed' }) {
  const files = usePolder((state) => state.workspace.files.length);
  const policies = usePolder((state) => state.analysis.snapshot?.policies.length ?? 0);
  // The next picture is another one, to be shown whole.
  useEffect(() => noteViewport(null), []);
  return (
    <div className={styles.message} data-testid="canvas-message" data-about={about}>
      {about === 'nothing' ? (
        <Nothing files={files} policies={policies} />
      ) : about === 'failed' ? (
        <EmptyState icon={<TriangleAlert size={22} aria-hidden />} title="The map could not be drawn">
          <p>The evaluation is not affected: the explorer and the inspector show everything.</p>
          <Button onClick={() => setPositions({ nodes: {}, groups: {} })}>Try again</Button>
        </EmptyState>
      ) : (
        <p className={styles.drawing} role="status">
          <MapIcon size={16} strokeWidth={1.5} aria-hidden />
          {about === 'drawing' ? 'Drawing the map…' : files > 0 ? 'Reading the manifests…' : ''}
        </p>
      )}
    </div>
  );
}

function Nothing({ files, policies }: { files: number; policies: number }) {
  const open = (
    <Button variant="primary" onClick={() => openDialog({ type: 'import' })}>
      Open manifests…
    </Button>
  );
  if (files === 0) {
    return (
      <EmptyState icon={<MapIcon size={24} strokeWidth={1.5} aria-hidden />} title="Nothing to draw yet">
        <p>Open a folder of Kubernetes manifests, or drop one here. Nothing leaves your browser.</p>
        <div className={styles.actions}>
          {open}
          <Button onClick={() => openDialog({ type: 'create', kind: 'workload', namespace: null })}>
            Design from nothing…
          </Button>
        </div>
      </EmptyState>
    );
  }
  const found =
    policies > 0
      ? 'There are policies, but no workloads they could select.'
      : 'No workloads and no policies were found in these files.';
  return (
    <EmptyState icon={<FileQuestion size={24} strokeWidth={1.5} aria-hidden />} title="No workloads in the import">
      <p>{found} Add the manifests of Deployments, StatefulSets or Pods to see who reaches whom.</p>
      {open}
    </EmptyState>
  );
}
