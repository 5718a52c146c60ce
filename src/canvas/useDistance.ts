import { useStore } from '@xyflow/react';

/** Below these zooms details give way to names, then card names to the names of namespaces. */
const steps = [
  { below: 0.62, word: 'far' },
  { below: 0.42, word: 'farther' },
  { below: 0.25, word: 'farthest' },
  { below: 0.12, word: 'remote' },
] as const;

/** How far the eye is from the map, as words for `data-distance`: `near`, or all that apply of `far farther farthest remote`. */
export const useDistance = (): string =>
  useStore(({ transform }) => {
    const words = steps.filter(({ below }) => transform[2] < below).map(({ word }) => word);
    return words.length === 0 ? 'near' : words.join(' ');
  });
