import type { CanvasFilter } from '../../store/state.ts';

/** Whether the filter leaves anything out at all. */
export const isFiltered = (filter: CanvasFilter): boolean => countFilters(filter) > 0;

/** How many of its parts say something; a direction alone leaves nothing out. */
export const countFilters = ({
  namespaces,
  kinds,
  labels,
  ports,
  protocols,
  verdicts,
  direction,
}: CanvasFilter): number => {
  const named = [namespaces.length, kinds.length, labels.trim().length].filter((length) => length > 0).length;
  const flows = [ports.trim().length, protocols.length, verdicts.length].filter((length) => length > 0).length;
  return named + flows + (named > 0 && direction !== 'both' ? 1 : 0);
};
