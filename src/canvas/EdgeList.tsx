import { memo, useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { Signal } from './createSignal.ts';
import { useEdgeEmphasis } from './EmphasisContext.ts';
import type { Emphasis } from './graph/computeEmphasis.ts';
import { describeEdge } from './graph/describeEdge.ts';
import { edgeLabel } from './graph/edgeLabel.ts';
import { toPath, type Curve } from './graph/Route.ts';
import type { DrawnEdge, Item, ItemId } from './graph/VisibleGraph.ts';
import type { Picture } from './paint/createPainter.ts';
import type { SceneEdges } from './scene/createScene.ts';
import { selectEdge } from './selectOnCanvas.ts';

/** Lines are painted; so many of them are elements as well. */
const most = 150;

interface EdgeListProps {
  readonly lines: SceneEdges;
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly emphasis: Emphasis;
  readonly picture: Signal<Picture>;
}

/**
 * The lines for those who do not see them: each with its ends, ports and verdict, to be selected. All of a small map; of a large one
 * those that are pointed at, selected or hang on what is. What is seen comes first, the list may follow.
 */
export function EdgeList({ lines, items, emphasis, picture }: EdgeListProps) {
  return (
    <EdgeEntries
      lines={useDeferredValue(lines)}
      items={useDeferredValue(items)}
      emphasis={useDeferredValue(emphasis)}
      picture={picture}
    />
  );
}

const EdgeEntries = memo(function EdgeEntries({ lines: { edges, router }, items, emphasis, picture }: EdgeListProps) {
  const shown = useMemo(() => {
    const all = edges.map((edge, at) => ({ edge, at }));
    if (all.length <= most) return all;
    const { edges: lit, selectedEdge } = emphasis;
    if (lit === null && selectedEdge === null) return [];
    return all.filter(({ edge }) => edge.id === selectedEdge || lit?.has(edge.id) === true).slice(0, most);
  }, [edges, emphasis]);
  return (
    <VisuallyHidden>
      <ul aria-label="Flows on the map">
        {shown.map(({ edge, at }) => (
          <EdgeEntry
            key={edge.id}
            edge={edge}
            curve={router.routeOf(at)?.curve ?? null}
            items={items}
            picture={picture}
          />
        ))}
      </ul>
    </VisuallyHidden>
  );
});

const EdgeEntry = memo(function EdgeEntry({
  edge,
  curve,
  items,
  picture,
}: {
  readonly edge: DrawnEdge;
  /** Its way on the map; null while one of its ends has no place. */
  readonly curve: Curve | null;
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly picture: Signal<Picture>;
}) {
  const emphasis = useEdgeEmphasis(edge.id);
  const isLabelled = useSyncExternalStore(picture.subscribe, () => picture.get().labelled.has(edge.id));
  return (
    <li>
      <button
        type="button"
        tabIndex={-1}
        data-testid="flow-edge"
        data-edge-from={edge.from}
        data-edge-to={edge.to}
        data-verdict={edge.verdict}
        data-change={edge.change ?? undefined}
        data-partial={edge.partial}
        data-emphasis={emphasis}
        data-bundle={edge.count > 1}
        data-path={curve === null ? '' : toPath(curve)}
        onClick={() => selectEdge(edge)}
      >
        {describeEdge(edge, items)}
        {isLabelled && (
          <span data-label-from={edge.from} data-label-to={edge.to} aria-hidden>
            {edgeLabel(edge)}
          </span>
        )}
      </button>
    </li>
  );
});
