import type { PairVerdict, Protocol } from '../../engine/index.ts';

/** Which flows the list shows. */
export interface FlowFilter {
  /** In the name or namespace of an end. */
  readonly text: string;
  /** Of an end; null: any. */
  readonly namespace: string | null;
  /** Which end text and namespace are looked for at. */
  readonly direction: 'either' | 'from' | 'to';
  readonly verdict: Exclude<PairVerdict, 'none' | 'unlisted' | 'denied'> | null;
  readonly protocol: Protocol | null;
  /** A port number as typed; what is not one is ignored. */
  readonly port: string;
  /** Also flows that nobody decided: there can be millions. */
  readonly showOpen: boolean;
}

export const noFilter: FlowFilter = {
  text: '',
  namespace: null,
  direction: 'either',
  verdict: null,
  protocol: null,
  port: '',
  showOpen: false,
};

/** Whether open-by-default flows pass: the switch, or asking for nothing else. */
export const wantsOpen = ({ showOpen, verdict }: FlowFilter): boolean =>
  verdict === 'open' || (showOpen && verdict === null);

/** The port asked for, or null while there is none. */
export function readPort({ port }: FlowFilter): number | null {
  const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
  return number >= 1 && number <= 65535 ? number : null;
}
