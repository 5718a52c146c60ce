/** The tokens of ui/tokens.css that the matrix is drawn with, as they are now. */
export interface MatrixTheme {
  readonly canvas: string;
  readonly panel: string;
  readonly sunken: string;
  readonly hover: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkMuted: string;
  readonly inkFaint: string;
  readonly onFlow: string;
  readonly accent: string;
  readonly allowed: string;
  readonly allowedSoft: string;
  readonly open: string;
  readonly openSoft: string;
  readonly uncertain: string;
  readonly uncertainSoft: string;
  readonly denied: string;
  readonly fontText: string;
  /** CSS px of a rem, over 16. */
  readonly scale: number;
}

const tokens = {
  canvas: '--surface-canvas',
  panel: '--surface-panel',
  sunken: '--surface-sunken',
  hover: '--surface-hover',
  line: '--line',
  lineStrong: '--line-strong',
  ink: '--ink',
  inkMuted: '--ink-muted',
  inkFaint: '--ink-faint',
  onFlow: '--surface-raised',
  accent: '--accent',
  allowed: '--flow-allowed',
  allowedSoft: '--flow-allowed-soft',
  open: '--flow-open',
  openSoft: '--flow-open-soft',
  uncertain: '--flow-uncertain',
  uncertainSoft: '--flow-uncertain-soft',
  denied: '--flow-denied',
  fontText: '--font-text',
} as const;

export function readTheme(): MatrixTheme {
  const style = getComputedStyle(document.documentElement);
  const values = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as Record<keyof typeof tokens, string>;
  return { ...values, scale: Number.parseFloat(style.fontSize) / 16 || 1 };
}
