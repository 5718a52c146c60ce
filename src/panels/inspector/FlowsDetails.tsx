import { useMemo } from 'react';
import type { WorkspaceSnapshot } from '../../engine/index.ts';
import { FlowList } from '../flow/FlowList.tsx';
import { readFlow } from '../flow/listFlows.ts';
import { findEndpoint } from '../node/Endpoint.ts';
import { DetailsHeader } from './DetailsHeader.tsx';

export interface FlowsDetailsProps {
  readonly snapshot: WorkspaceSnapshot;
  /** A node, or `namespace:NAME`. */
  readonly from: string;
  readonly to: string;
  /** Positions in the flow table. */
  readonly flows: readonly number[];
}

const nameOfEnd = (snapshot: WorkspaceSnapshot, id: string): string =>
  id.startsWith('namespace:') ? id.slice('namespace:'.length) : findEndpoint(snapshot, id).name;

/** An edge of the graph that stands for several flows. */
export function FlowsDetails({ snapshot, from, to, flows }: FlowsDetailsProps) {
  const rows = useMemo(
    () => flows.filter((index) => index < snapshot.flows.length).map((index) => readFlow(snapshot, index)),
    [snapshot, flows],
  );
  return (
    <>
      <DetailsHeader
        kind="Namespace"
        what="Flows between"
        title={`${nameOfEnd(snapshot, from)} → ${nameOfEnd(snapshot, to)}`}
      />
      <FlowList
        title="Flows"
        snapshot={snapshot}
        rows={rows}
        end="to"
        namesBoth
        own={null}
        open={0}
        empty="No flows any more."
      />
    </>
  );
}
