type Measuring = Pick<CanvasRenderingContext2D, 'measureText' | 'font'>;

/** A text, with an ellipsis where it does not fit into so many px; before `end`, as long as that fits. */
export type FitText = (pen: Measuring, text: string, width: number, end?: string) => string;

/** Names are measured once per face and width; scrolling only looks them up. */
const remembered = 8000;

/** Forgets everything when it holds too much; its owner makes a new one when the faces change. */
export function createFitText(): FitText {
  const known = new Map<string, string>();
  return (pen, text, width, end = '') => {
    const key = `${pen.font} ${width} ${text}`;
    let fitted = known.get(key);
    if (fitted === undefined) {
      if (known.size >= remembered) known.clear();
      fitted = fitText(pen, text, width, end);
      known.set(key, fitted);
    }
    return fitted;
  };
}

function fitText(pen: Measuring, text: string, width: number, end: string): string {
  if (width <= 0) return '';
  if (pen.measureText(text).width <= width) return text;
  if (end !== '' && pen.measureText(`…${end}`).width > width) return fitText(pen, text, width, '');
  const signs = [...text.slice(0, text.length - end.length)];
  let low = 0;
  let high = signs.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (pen.measureText(`${signs.slice(0, middle).join('')}…${end}`).width <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 && end === '' ? '' : `${signs.slice(0, low).join('')}…${end}`;
}
