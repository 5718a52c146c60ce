import { Grid3x3 } from 'lucide-react';
import { usePolder } from '../store/store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { MatrixStage } from './MatrixStage.tsx';

/** Who reaches whom as a table of signs. */
export default function PolicyMatrix() {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  const workspace = usePolder((state) => state.workspace.id);
  if (snapshot === null) return null;
  if (snapshot.workloads.length === 0) {
    return (
      <EmptyState icon={<Grid3x3 size={22} strokeWidth={1.5} aria-hidden />} title="No workloads in the import">
        The matrix shows who reaches whom. Open manifests of Deployments, StatefulSets or Pods to fill it.
      </EmptyState>
    );
  }
  return <MatrixStage key={workspace ?? ''} snapshot={snapshot} />;
}
