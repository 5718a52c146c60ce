import { ArrowLeft, ArrowRight, ArrowRightLeft, CornerUpLeft } from 'lucide-react';
import { useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import { formatCount } from '../ui/formatCount.ts';
import { centreOf, type Box, type Point } from './graph/Box.ts';
import type { Emphasis } from './graph/computeEmphasis.ts';
import { listNeighbours, type Neighbour } from './graph/listNeighbours.ts';
import type { DrawnEdge, Item, ItemId } from './graph/VisibleGraph.ts';
import type { Scene } from './scene/createScene.ts';
import type { Viewport } from '../store/state.ts';
import { toView } from './scene/toView.ts';
import styles from './FocusList.module.css';

/** So many are listed; the inspector has all. */
const most = 9;

const directions = {
  in: { Icon: ArrowLeft, words: 'comes in from' },
  out: { Icon: ArrowRight, words: 'goes out to' },
  both: { Icon: ArrowRightLeft, words: 'in and out, with' },
} as const;

/**
 * Neighbours of what is selected that are out of view: a press goes there and makes it the next to look from. What was looked from
 * before is one press away.
 */
export function FocusList({
  selected,
  emphasis,
  edges,
  items,
  scene,
  rest,
  back,
  onGo,
  onBack,
}: {
  readonly selected: ItemId;
  readonly emphasis: Emphasis;
  readonly edges: readonly DrawnEdge[];
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly scene: Scene;
  /** Where the map was looked at when it last rested. */
  readonly rest: Viewport;
  /** Where "back" leads; null: nowhere. */
  readonly back: Item | null;
  readonly onGo: (id: ItemId) => void;
  readonly onBack: () => void;
}) {
  const api = useStoreApi();
  const focus = emphasis.focus?.has(selected) === true ? emphasis.focus : null;
  const away = useMemo((): readonly Neighbour[] => {
    if (focus === null) return [];
    const { width, height } = api.getState();
    const view = toView(rest, { width, height, margin: 0 });
    return listNeighbours(edges, focus).filter(({ id }) => {
      const box = scene.boxes.get(id);
      return box !== undefined && !holds(view, centreOf(box));
    });
  }, [api, rest, edges, focus, scene]);
  if (away.length === 0 && back === null) return null;
  return (
    <section className={styles.list} aria-label="Neighbours out of view" data-testid="focus-list">
      {back !== null && (
        <button type="button" tabIndex={-1} className={styles.entry} onClick={onBack}>
          <CornerUpLeft size={13} aria-hidden /> <span className={styles.name}>Back to {nameOf(back)}</span>
        </button>
      )}
      {away.length > 0 && <h3 className={styles.heading}>{formatCount(away.length, 'neighbour')} out of view</h3>}
      {away.slice(0, most).map(({ id, direction, ports }) => {
        const { Icon, words } = directions[direction];
        const item = items.get(id);
        if (item === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            className={styles.entry}
            aria-label={`${words} ${nameOf(item)}${ports === null ? '' : ` on ${ports}`}: go there`}
            onClick={() => onGo(id)}
          >
            <Icon size={13} aria-hidden />
            <span className={styles.name}>{nameOf(item)}</span>
            {ports !== null && <span className={styles.ports}>{ports}</span>}
          </button>
        );
      })}
      {away.length > most && <p className={styles.more}>and {away.length - most} more in the details</p>}
    </section>
  );
}

const holds = ({ x, y, width, height }: Box, at: Point): boolean =>
  at.x > x && at.x < x + width && at.y > y && at.y < y + height;

function nameOf(item: Item): string {
  if (item.type === 'card') return `${item.namespace}/${item.name}`;
  return item.type === 'external' ? item.label : item.name;
}
