import type { IntentType } from './Intent.ts';
import { holdsAllow, holdsDeny } from './holdsIntent.ts';
import { planAllow } from './planAllow.ts';
import { planDeny } from './planDeny.ts';
import type { Planner } from './proposeEdits.ts';

/** One planner for each intent. */
export const planners: { readonly [T in IntentType]?: Planner<T> } = {
  allow: { plan: planAllow, holds: holdsAllow, order: 'rank' },
  deny: { plan: planDeny, holds: holdsDeny, order: 'rank' },
};
