/** What a cause does together with broader ones. */
export const formatShared = (flows: number): string =>
  flows === 1 ? 'Plays a part in 1 flow of another cause' : `Plays a part in ${flows} flows of other causes`;
