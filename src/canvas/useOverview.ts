import { useStore } from '@xyflow/react';
import { overviewOf } from './paint/overviewOf.ts';

/** Whether the lines between namespaces are what is seen: a large map from far away. */
export const useOverview = (items: number): boolean =>
  useStore(({ transform }) => overviewOf(transform[2], items) > 0.5);
