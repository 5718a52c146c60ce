import type { Consequence } from '../synth/Proposal.ts';

/** The sentence for people: what breaks or opens. `name`: how the node is called on the screen. */
export function formatConsequence({ code, direction }: Consequence, name: string): string {
  if (code === 'DNS_LOST') return `${name} loses DNS: no name server is within its reach any more.`;
  return code === 'ISOLATED'
    ? `${name} becomes isolated for ${direction}: only what rules allow still flows.`
    : `${name} is no longer isolated for ${direction}: everything is open there.`;
}
