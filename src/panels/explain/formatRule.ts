import type { AdmittingRule, NearMiss, RuleOrigin } from '../../engine/index.ts';

/** `ingress rule 2`, counted from one as people do. */
export const formatRule = ({ index }: RuleOrigin, direction: 'ingress' | 'egress'): string =>
  `${direction} rule ${index + 1}`;

const places = (word: string, indices: readonly number[]): string =>
  `${word}${indices.length === 1 ? '' : 's'} ${indices.map((index) => index + 1).join(', ')}`;

/** `ingress rule 1, peer 2, port 1`; what the rule leaves out reads as `any peer`, `any port`. */
export function formatAdmittingRule(
  { rule, peerIndex, portIndices }: Pick<AdmittingRule, 'rule' | 'peerIndex' | 'portIndices'>,
  direction: 'ingress' | 'egress',
): string {
  return [
    formatRule(rule, direction),
    peerIndex === null ? 'any peer' : `peer ${peerIndex + 1}`,
    portIndices === null ? 'any port' : places('port', portIndices),
  ].join(', ');
}

/** Where a near miss fails: `ingress rule 1, peer 2`; null when it is the policy as a whole. */
export function formatMissPlace(
  { rule, peerIndex, portIndex, causes }: Pick<NearMiss, 'rule' | 'peerIndex' | 'portIndex' | 'causes'>,
  direction: 'ingress' | 'egress',
): string | null {
  if (rule === null || causes[0]?.code === 'subjectLabel' || causes[0]?.code === 'subjectNamespace') return null;
  const item = peerIndex !== null ? `peer ${peerIndex + 1}` : portIndex !== null ? `port ${portIndex + 1}` : null;
  return [formatRule(rule, direction), ...(item === null ? [] : [item])].join(', ');
}
