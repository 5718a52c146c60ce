/** Whether something matches; `maybe` where the import does not say enough to decide. */
export type Match = 'yes' | 'no' | 'maybe';

/** Both must hold. */
export const bothMatch = (a: Match, b: Match): Match =>
  a === 'no' || b === 'no' ? 'no' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes';

/** One is enough. */
export const eitherMatches = (a: Match, b: Match): Match =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'no';
