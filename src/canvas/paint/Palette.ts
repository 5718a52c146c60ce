import type { DrawnEdge } from '../graph/VisibleGraph.ts';

/** Colours by meaning, as in ui/tokens.css, and the two faces. */
export interface Palette {
  readonly canvas: string;
  readonly panel: string;
  readonly raised: string;
  readonly hover: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly lineFrame: string;
  readonly ink: string;
  readonly inkMuted: string;
  readonly inkFaint: string;
  readonly accent: string;
  readonly rule: string;
  readonly ruleSoft: string;
  readonly open: string;
  readonly denied: string;
  readonly added: string;
  readonly removed: string;
  readonly uncertain: string;
  readonly textFont: string;
  readonly codeFont: string;
}

const tokens: Readonly<Record<keyof Palette, string>> = {
  canvas: '--surface-canvas',
  panel: '--surface-panel',
  raised: '--surface-raised',
  hover: '--surface-hover',
  line: '--line',
  lineStrong: '--line-strong',
  lineFrame: '--line-frame',
  ink: '--ink',
  inkMuted: '--ink-muted',
  inkFaint: '--ink-faint',
  accent: '--accent',
  rule: '--flow-allowed',
  ruleSoft: '--flow-allowed-soft',
  open: '--flow-open',
  denied: '--flow-denied',
  added: '--flow-added',
  removed: '--flow-removed',
  uncertain: '--flow-uncertain',
  textFont: '--font-text',
  codeFont: '--font-code',
};

/** The tokens as they are now; another theme gives others. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as unknown as Palette;
}

export function colourOf({ verdict, change }: DrawnEdge, palette: Palette): string {
  return palette[change ?? verdict];
}
