import { holdsAllow, holdsDeny } from './holdsIntent.ts';
import type { IntentType } from './Intent.ts';
import { planAllow } from './planAllow.ts';
import { holdsCreate, planCreate } from './planCreate.ts';
import { holdsDelete, planDelete } from './planDelete.ts';
import { planDeny } from './planDeny.ts';
import { holdsIsolate, planIsolate } from './planIsolate.ts';
import { holdsOpen, planOpen } from './planOpen.ts';
import { holdsRelabel, planRelabel } from './planRelabel.ts';
import { holdsRename, planRename } from './planRename.ts';
import { holdsTidy, planTidy } from './planTidy.ts';
import type { Planner } from './Planner.ts';

/** One planner for each intent. */
export const planners: { readonly [T in IntentType]: Planner<T> } = {
  allow: { plan: planAllow, holds: holdsAllow, order: 'rank' },
  deny: { plan: planDeny, holds: holdsDeny, order: 'rank' },
  isolate: { plan: planIsolate, holds: holdsIsolate, order: 'rank' },
  create: { plan: planCreate, holds: holdsCreate, order: 'given' },
  rename: { plan: planRename, holds: holdsRename, order: 'rank' },
  relabel: { plan: planRelabel, holds: holdsRelabel, order: 'rank' },
  delete: { plan: planDelete, holds: holdsDelete, order: 'given' },
  tidy: { plan: planTidy, holds: holdsTidy, order: 'given' },
  open: { plan: planOpen, holds: holdsOpen, order: 'rank' },
};

/** The types of an intent and of its planner belong together; the map says so, a union can not. */
export const findPlanner = (type: IntentType): Planner<IntentType> => planners[type] as unknown as Planner<IntentType>;
