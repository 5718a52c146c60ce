import type { ShieldState } from '../../engine/index.ts';
import { describeShield, type Direction } from '../../ui/ShieldMark.tsx';
import { Sign } from './Sign.tsx';
import { shieldSign } from './signs.tsx';

/** One side of a node, as `ShieldMark` draws it. */
export const ShieldSign = ({
  state,
  direction,
  size,
}: {
  readonly state: ShieldState;
  readonly direction: Direction;
  readonly size: number;
}) => <Sign name={shieldSign(state, direction)} width={size} label={describeShield(state, direction)} />;
