import { FileQuestion, Map as MapIcon, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { noteViewport } from '../store/actions/canvasActions.ts';
import { openDialog } from '../store/actions/dialogActions.ts';
import { setPositions } from '../store/actions/viewActions.ts';
import { isUnrendered, type WorkspaceSnapshot } from '../engine/index.ts';
import { usePolder } from '../store/store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { formatCount } from '../ui/formatCount.ts';
import styles from './CanvasMessage.module.css';

/** What stands where the map will be. */
export function CanvasMessage({ about }: { about: 'waiting' | 'drawing' | 'nothing' | 'failed' }) {
  const files = usePolder((state) => state.workspace.files.length);
  const snapshot = usePolder((state) => state.analysis.snapshot);
  // The next picture is another one, to be shown whole.
  useEffect(() => noteViewport(null), []);
  return (
    <div className={styles.message} data-testid="canvas-message" data-about={about}>
      {about === 'nothing' ? (
        <Nothing files={files} snapshot={snapshot} />
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

function Nothing({ files, snapshot }: { files: number; snapshot: WorkspaceSnapshot | null }) {
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
  const unrendered = snapshot?.otherKinds.filter(isUnrendered) ?? [];
  return (
    <EmptyState icon={<FileQuestion size={24} strokeWidth={1.5} aria-hidden />} title="No workloads in the import">
      <p>
        {foundPolicies(snapshot)}{' '}
        {unrendered.length > 0
          ? `${unrendered.map(({ kind, count }) => formatCount(count, kind)).join(' and ')} may stand for workloads: open what they render to (“helm template”, “kubectl kustomize”), or a dump of the cluster.`
          : 'Add the manifests of Deployments, StatefulSets or Pods to see who reaches whom.'}
      </p>
      <div className={styles.actions}>{open}</div>
    </EmptyState>
  );
}

function foundPolicies(snapshot: WorkspaceSnapshot | null): string {
  const others = snapshot?.notEvaluated.reduce((sum, { count }) => sum + count, 0) ?? 0;
  if (snapshot !== null && snapshot.policies.length > 0)
    return 'There are policies, but no workloads they could select.';
  if (others === 0) return 'No workloads and no policies were found in these files.';
  return `No workloads were found in these files, and ${formatCount(others, 'policy', 'policies')} of kinds that are not evaluated yet.`;
}
