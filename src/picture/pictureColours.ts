/** The tokens of ui/tokens.css that pictures are drawn with; a test compares the two. */
export interface PictureColours {
  readonly canvas: string;
  readonly panel: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly lineFrame: string;
  readonly ink: string;
  readonly inkMuted: string;
  readonly inkFaint: string;
  readonly allowed: string;
  readonly allowedSoft: string;
  readonly open: string;
  readonly openSoft: string;
  readonly denied: string;
  readonly added: string;
  readonly removed: string;
  readonly uncertain: string;
  readonly uncertainSoft: string;
}

/** The token behind each colour. */
export const pictureTokens: Readonly<Record<keyof PictureColours, string>> = {
  canvas: '--surface-canvas',
  panel: '--surface-panel',
  raised: '--surface-raised',
  sunken: '--surface-sunken',
  line: '--line',
  lineStrong: '--line-strong',
  lineFrame: '--line-frame',
  ink: '--ink',
  inkMuted: '--ink-muted',
  inkFaint: '--ink-faint',
  allowed: '--flow-allowed',
  allowedSoft: '--flow-allowed-soft',
  open: '--flow-open',
  openSoft: '--flow-open-soft',
  denied: '--flow-denied',
  added: '--flow-added',
  removed: '--flow-removed',
  uncertain: '--flow-uncertain',
  uncertainSoft: '--flow-uncertain-soft',
};

export const pictureColours: Readonly<Record<'light' | 'dark', PictureColours>> = {
  light: {
    canvas: '#f4f3ef',
    panel: '#fbfaf8',
    raised: '#ffffff',
    sunken: '#efeee9',
    line: '#dddad2',
    lineStrong: '#b9b5aa',
    lineFrame: '#c9c5ba',
    ink: '#1d2327',
    inkMuted: '#4c5358',
    inkFaint: '#5f656a',
    allowed: '#1a67ad',
    allowedSoft: '#dbe9f6',
    open: '#8a5a00',
    openSoft: '#f8ebcf',
    denied: '#b02a24',
    added: '#17703f',
    removed: '#96306f',
    uncertain: '#5f45b5',
    uncertainSoft: '#e7e1f8',
  },
  dark: {
    canvas: '#14181b',
    panel: '#1a1f23',
    raised: '#22282d',
    sunken: '#12161a',
    line: '#2d343a',
    lineStrong: '#4a535b',
    lineFrame: '#3a434a',
    ink: '#e6e9ea',
    inkMuted: '#aeb6bb',
    inkFaint: '#9ea7ad',
    allowed: '#68b1f0',
    allowedSoft: '#1c3550',
    open: '#e0ab4a',
    openSoft: '#40331a',
    denied: '#f28b82',
    added: '#63cf91',
    removed: '#ea92c7',
    uncertain: '#b3a0f5',
    uncertainSoft: '#322a52',
  },
};
