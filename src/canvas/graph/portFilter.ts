export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** `8080, 9000-9100` → ranges; what is not a port is left out. */
export const parsePortRanges = (text: string): readonly PortRange[] =>
  text.split(/[,\s]+/).flatMap((part) => {
    const found = /^(\d{1,5})(?:[-–](\d{1,5}))?$/.exec(part);
    if (found === null) return [];
    const first = Number(found[1]);
    const last = Number(found[2] ?? found[1]);
    return first >= 1 && last <= 65535 && first <= last ? [{ first, last }] : [];
  });

/** Parts that are no ports, to be told to the person who typed them. */
export const findUnreadPorts = (text: string): readonly string[] =>
  text.split(/[,\s]+/).filter((part) => part !== '' && parsePortRanges(part).length === 0);
