import { holdsAllow, holdsDeny } from './holdsIntent.ts';
import type { IntentType } from './Intent.ts';
import { planAllow } from './planAllow.ts';
import { planDeny } from './planDeny.ts';
import { holdsIsolate, planIsolate } from './planIsolate.ts';
import { holdsOpen, planOpen } from './planOpen.ts';
import type { Planner } from './proposeEdits.ts';

/** One planner for each intent. */
export const planners: { readonly [T in IntentType]?: Planner<T> } = {
  allow: { plan: planAllow, holds: holdsAllow, order: 'rank' },
  deny: { plan: planDeny, holds: holdsDeny, order: 'rank' },
  isolate: { plan: planIsolate, holds: holdsIsolate, order: 'rank' },
  open: { plan: planOpen, holds: holdsOpen, order: 'rank' },
};
