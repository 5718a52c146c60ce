/** Words measured and cut once; a font is loaded when `forget` is called. */
export interface TextFitter {
  /** Sets the font that the other questions are about: to read it from a context takes longer than to look up a width. */
  readonly setFont: (context: CanvasRenderingContext2D, font: string) => void;
  /** The text as it fits, with an ellipsis where it was cut, which is before `end`; empty when not even a few letters do. */
  readonly fit: (context: CanvasRenderingContext2D, text: string, width: number, end?: string) => string;
  readonly widthOf: (context: CanvasRenderingContext2D, text: string) => number;
  readonly forget: () => void;
}

/** Room for so many different words before all is forgotten and measured anew. */
const most = 20_000;

export function createTextFitter(): TextFitter {
  const byFont = new Map<string, Map<string, number>>();
  let widths = new Map<string, number>();
  let size = 0;
  const forget = (): void => {
    byFont.clear();
    widths.clear();
    size = 0;
  };
  const widthOf = (context: CanvasRenderingContext2D, text: string): number => {
    let width = widths.get(text);
    if (width === undefined) {
      if (size >= most) forget();
      width = context.measureText(text).width;
      widths.set(text, width);
      size += 1;
    }
    return width;
  };
  return {
    setFont: (context, font) => {
      context.font = font;
      widths = byFont.get(font) ?? new Map<string, number>();
      byFont.set(font, widths);
    },
    widthOf,
    forget,
    fit: (context, text, width, end = '') => {
      // Names can be hundreds of letters long: what could never fit need not be measured.
      const letters = text.length > 80 ? [...text.slice(0, 80)].join('') : text;
      const whole = widthOf(context, letters);
      if (whole <= width && letters === text) return text;
      if (end !== '') {
        const room = width - widthOf(context, `…${end}`);
        const start = Math.floor((room / Math.max(1, whole)) * letters.length);
        if (start >= 0) return `${letters.slice(0, start < 3 ? 0 : start)}…${end}`;
      }
      const kept = Math.min(letters.length, Math.floor(((width - 8) / Math.max(1, whole)) * letters.length));
      return kept < 3 ? '' : `${letters.slice(0, kept)}…`;
    },
  };
}
