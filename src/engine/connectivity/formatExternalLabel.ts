import { equalIpSets, everyAddress, containsIps } from '../net/ipAlgebra.ts';
import { formatAsCidr, formatIpIntervals } from '../net/formatIpSet.ts';
import type { IpSet } from '../net/IpSet.ts';

/** What a policy calls a set of addresses. */
export interface MentionedAddresses {
  readonly addresses: IpSet;
  readonly cidr: string;
  readonly except: readonly string[];
}

/** How many excepts a label names. */
const shown = 2;

const formatFirst = (texts: readonly string[]): string =>
  texts.length <= shown ? texts.join(', ') : `${texts.slice(0, shown).join(', ')} and ${texts.length - shown} more`;

/**
 * Short words for external addresses that no policy tells apart. `mentions`: the ipBlocks that contain them. A CIDR when
 * they are one; the block's own words when they are all of it; else what is left of the most specific block.
 */
export const formatExternalLabel = (addresses: IpSet, mentions: readonly MentionedAddresses[]): string => {
  if (equalIpSets(addresses, everyAddress)) return 'All external addresses';
  if (mentions.length === 0) return 'Other external addresses';
  const cidr = formatAsCidr(addresses);
  if (cidr !== null) return cidr;
  const whole = mentions.find((mention) => equalIpSets(mention.addresses, addresses));
  if (whole !== undefined) {
    return whole.except.length === 0 ? whole.cidr : `${whole.cidr} except ${formatFirst(whole.except)}`;
  }
  const narrowest = mentions.reduce((best, mention) =>
    containsIps(best.addresses, mention.addresses) ? mention : best,
  );
  const intervals = formatIpIntervals(addresses);
  return intervals.length === 1 ? intervals[0]! : `Rest of ${narrowest.cidr}`;
};
