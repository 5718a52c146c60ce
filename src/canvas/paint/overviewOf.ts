/** A map of so many things is drawn as lines between namespaces when it is seen from far away. */
const overviewSize = 24;

/** Between these zooms the one picture gives way to the other: so close that hardly any map rests in both. */
const [far, near] = [0.235, 0.255];

/** How much of the picture seen from afar is shown, 0 to 1. */
export function overviewOf(zoom: number, items: number): number {
  if (items <= overviewSize) return 0;
  return Math.max(0, Math.min(1, (near - zoom) / (near - far)));
}
