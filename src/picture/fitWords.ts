/** About the width of a text in Inter, px: pictures are written without measuring. Errs on the wide side. */
export function estimateWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += size * widthOf(sign);
  return width;
}

function widthOf(sign: string): number {
  if (
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
      sign,
    )
  )
    return 1;
  if (/[ijl.,:;'|!()[\]]/.test(sign)) return 0.32;
  if (/[mwMW@→…]/.test(sign)) return 0.9;
  return /[A-Z]/.test(sign) ? 0.7 : 0.58;
}

/** The text with an ellipsis where it is too wide. */
export function fitWords(text: string, size: number, width: number): string {
  if (estimateWidth(text, size) <= width) return text;
  let fitting = '';
  let used = estimateWidth('…', size);
  for (const sign of text) {
    used += estimateWidth(sign, size);
    if (used > width) break;
    fitting += sign;
  }
  return `${fitting}…`;
}
