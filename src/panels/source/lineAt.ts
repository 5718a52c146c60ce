/** The line of one offset, from 1, counted as `createLineIndex` does; reads the text no further than it must. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset && at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) line += 1;
  }
  return line;
}
