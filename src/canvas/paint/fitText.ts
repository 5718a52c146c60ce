/** Words measured and cut once; a font is loaded when `forget` is called. */
export interface TextFitter {
  /** The text as it fits, with an ellipsis where it was cut; empty when not even a few letters do. */
  readonly fit: (context: CanvasRenderingContext2D, text: string, width: number) => string;
  readonly widthOf: (context: CanvasRenderingContext2D, text: string) => number;
  readonly forget: () => void;
}

/** Room for so many different words before all is forgotten and measured anew. */
const most = 20_000;

export function createTextFitter(): TextFitter {
  const widths = new Map<string, number>();
  const widthOf = (context: CanvasRenderingContext2D, text: string): number => {
    const key = `${context.font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size >= most) widths.clear();
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
  return {
    widthOf,
    forget: () => widths.clear(),
    fit: (context, text, width) => {
      // Names can be hundreds of letters long: what could never fit need not be measured.
      const letters = text.length > 80 ? [...text.slice(0, 80)].join('') : text;
      const whole = widthOf(context, letters);
      if (whole <= width && letters === text) return text;
      const kept = Math.min(letters.length, Math.floor(((width - 8) / Math.max(1, whole)) * letters.length));
      return kept < 3 ? '' : `${letters.slice(0, kept)}…`;
    },
  };
}
