import { memo, useDeferredValue } from 'react';
import { Legend } from './Legend.tsx';
import { useLegend, type LegendView } from './useLegend.ts';

/** The legend of what is in view; it may follow what is drawn. */
export const ViewLegend = memo(function ViewLegend({
  startsOpen,
  ...view
}: LegendView & { readonly startsOpen: boolean }) {
  return <Legend entries={useLegend({ ...view, scene: useDeferredValue(view.scene) })} startsOpen={startsOpen} />;
});
