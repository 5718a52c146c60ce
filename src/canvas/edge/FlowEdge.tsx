import { EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useEdgeEmphasis } from '../EmphasisContext.ts';
import { edgeLabel } from '../graph/edgeLabel.ts';
import type { Route } from '../graph/Route.ts';
import type { DrawnEdge } from '../graph/VisibleGraph.ts';
import styles from './FlowEdge.module.css';

export type FlowEdgeType = Edge<{ drawn: DrawnEdge; route: Route; labelled: boolean }, 'flow'>;

/** A flow, or several as one line: solid by rule, dashed open by default, dotted when only some pods have it. */
export const FlowEdge = memo(function FlowEdge({ data }: EdgeProps<FlowEdgeType>) {
  const emphasis = useEdgeEmphasis(data?.drawn.id ?? '');
  if (data === undefined) return null;
  const { drawn, route, labelled } = data;
  const pointedAt = emphasis.includes('lit') || emphasis.includes('selected');
  const label = edgeLabel(drawn);
  const hasLabel = label !== '' && ((labelled && !route.crowded) || pointedAt);
  const marks = {
    'data-verdict': drawn.verdict,
    'data-partial': drawn.partial,
    'data-emphasis': emphasis,
    'data-bundle': drawn.flows.length > 1,
  };
  return (
    <>
      <g className={styles.edge} data-testid="flow-edge" data-edge-from={drawn.from} data-edge-to={drawn.to} {...marks}>
        <path className={styles.hit} d={route.path} />
        <path className={styles.line} d={route.path} />
        <path className={styles.head} d={route.head} />
      </g>
      {hasLabel && (
        <EdgeLabelRenderer>
          <span
            className={styles.label}
            data-label-from={drawn.from}
            data-label-to={drawn.to}
            {...marks}
            style={{ transform: `translate(-50%, -50%) translate(${route.label.x}px, ${route.label.y}px)` }}
          >
            {label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
