type Measuring = Pick<CanvasRenderingContext2D, 'measureText' | 'font'>;

/** A text, with an ellipsis where it does not fit into so many px. */
export type FitText = (pen: Measuring, text: string, width: number) => string;

/** Names are measured once per face and width; scrolling only looks them up. */
const remembered = 8000;

/** Forgets everything when it holds too much; its owner makes a new one when the faces change. */
export function createFitText(): FitText {
  const known = new Map<string, string>();
  return (pen, text, width) => {
    const key = `${pen.font} ${width} ${text}`;
    let fitted = known.get(key);
    if (fitted === undefined) {
      if (known.size >= remembered) known.clear();
      fitted = fitText(pen, text, width);
      known.set(key, fitted);
    }
    return fitted;
  };
}

function fitText(pen: Measuring, text: string, width: number): string {
  if (width <= 0) return '';
  if (pen.measureText(text).width <= width) return text;
  const signs = [...text];
  let low = 0;
  let high = signs.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (pen.measureText(`${signs.slice(0, middle).join('')}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${signs.slice(0, low).join('')}…`;
}
