import type { WorkspaceSnapshot } from '../../engine/index.ts';
import type { Selection } from '../../store/state.ts';
import { usePolder } from '../../store/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { findPod } from '../node/Endpoint.ts';
import { ExternalDetails } from './ExternalDetails.tsx';
import { FlowDetails } from './FlowDetails.tsx';
import { FlowsDetails } from './FlowsDetails.tsx';
import { NamespaceDetails } from './NamespaceDetails.tsx';
import { PodDetails } from './PodDetails.tsx';
import { PolicyDetails } from './PolicyDetails.tsx';
import { WorkloadDetails } from './WorkloadDetails.tsx';

export default function SelectionDetails({ selection }: { selection: Selection }) {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  if (snapshot === null) return null;
  return detailsOf(selection, snapshot) ?? <EmptyState title="No longer in the workspace" />;
}

function detailsOf(selection: Selection, snapshot: WorkspaceSnapshot) {
  switch (selection.type) {
    case 'namespace': {
      const namespace = snapshot.namespaces.find(({ name }) => name === selection.id);
      return namespace ? <NamespaceDetails key={namespace.name} snapshot={snapshot} namespace={namespace} /> : null;
    }
    case 'workload': {
      const node = snapshot.workloads.findIndex(({ id }) => id === selection.id);
      const workload = snapshot.workloads[node];
      return workload ? (
        <WorkloadDetails key={workload.id} snapshot={snapshot} workload={workload} node={node} />
      ) : null;
    }
    case 'pod': {
      const found = findPod(snapshot, selection.id);
      return found ? <PodDetails key={selection.id} snapshot={snapshot} {...found} /> : null;
    }
    case 'external': {
      const at = snapshot.externals.findIndex(({ id }) => id === selection.id);
      const external = snapshot.externals[at];
      return external ? (
        <ExternalDetails
          key={external.id}
          snapshot={snapshot}
          external={external}
          node={snapshot.workloads.length + at}
        />
      ) : null;
    }
    case 'policy': {
      const policy = snapshot.policies.find(({ id }) => id === selection.id);
      return policy ? <PolicyDetails key={policy.id} snapshot={snapshot} policy={policy} /> : null;
    }
    case 'flow':
      return <FlowDetails snapshot={snapshot} from={selection.from} to={selection.to} />;
    case 'flows':
      return <FlowsDetails snapshot={snapshot} from={selection.from} to={selection.to} flows={selection.flows} />;
  }
}
