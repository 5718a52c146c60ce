const looks = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray'] as const;
const meaning = /^(?:class|role|aria-|data-)/;

/** A drawing as it looks now, as `url(…)` of an image that stands alone. */
export function toImage(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[index]!);
    for (const { name } of [...element.attributes]) if (meaning.test(name)) element.removeAttribute(name);
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look));
  }
  return `url("data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}")`;
}
