import { ChevronDown, ChevronRight, CircleHelp, Globe, Network, Repeat, Waypoints } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ShieldState } from '../../engine/index.ts';
import { iconKinds, KindIcon } from '../../ui/KindIcon.tsx';
import { ShieldMark, type Direction } from '../../ui/ShieldMark.tsx';
import type { EdgeVerdict } from '../graph/VisibleGraph.ts';

export type SignName =
  | `kind-${string}`
  | `${Direction}-${ShieldState}`
  | `inside-${EdgeVerdict}`
  | `${'reach' | 'arrow'}-${'rule' | 'uncertain'}`
  | 'folded'
  | 'unfolded'
  | 'outside'
  | 'host'
  | 'unknown';

type Tone = 'faint' | 'muted' | 'rule' | 'open' | 'uncertain';

export interface SignDrawing {
  readonly name: SignName;
  readonly tone: Tone;
  readonly drawing: ReactElement;
}

const states: readonly ShieldState[] = ['open', 'isolated', 'closed', 'mixed', 'uncertain'];
const directions: readonly Direction[] = ['ingress', 'egress'];

export const kindSign = (kind: string): SignName => `kind-${iconKinds.has(kind) ? kind : 'other'}`;

export const shieldSign = (state: ShieldState, direction: Direction): SignName => `${direction}-${state}`;

const arrow = (
  <svg width="12" height="8" viewBox="0 0 12 8" fill="currentColor" stroke="currentColor">
    <path d="M0 4h6" />
    <path d="M5 0.6 11 4 5 7.4Z" />
  </svg>
);

/** Every sign that a card of the map can bear, in the colour that it has there. */
export const signs: readonly SignDrawing[] = [
  ...[...iconKinds, 'other'].map((kind): SignDrawing => ({
    name: kindSign(kind),
    tone: 'faint',
    drawing: <KindIcon kind={kind} />,
  })),
  ...directions.flatMap((direction) =>
    states.map((state): SignDrawing => ({
      name: shieldSign(state, direction),
      tone: 'muted',
      drawing: <ShieldMark state={state} direction={direction} />,
    })),
  ),
  { name: 'folded', tone: 'muted', drawing: <ChevronRight /> },
  { name: 'unfolded', tone: 'muted', drawing: <ChevronDown /> },
  { name: 'outside', tone: 'faint', drawing: <Globe strokeWidth={1.6} /> },
  { name: 'host', tone: 'open', drawing: <Network strokeWidth={1.8} /> },
  { name: 'unknown', tone: 'uncertain', drawing: <CircleHelp /> },
  { name: 'inside-rule', tone: 'rule', drawing: <Repeat /> },
  { name: 'inside-open', tone: 'open', drawing: <Repeat /> },
  { name: 'inside-uncertain', tone: 'uncertain', drawing: <Repeat /> },
  { name: 'reach-rule', tone: 'rule', drawing: <Waypoints strokeWidth={1.8} /> },
  { name: 'reach-uncertain', tone: 'uncertain', drawing: <Waypoints strokeWidth={1.8} /> },
  { name: 'arrow-rule', tone: 'rule', drawing: arrow },
  { name: 'arrow-uncertain', tone: 'uncertain', drawing: arrow },
];
