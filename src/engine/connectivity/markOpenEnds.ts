import type { FlowSources } from './computeFlowColumns.ts';
import type { FlowEndParts } from './listFlowEnds.ts';

/** By end, 1 where no policy isolates any part of it. */
export const markOpen = ({ classes, admissions, ends }: FlowSources, direction: 'ingress' | 'egress'): Uint8Array =>
  Uint8Array.from(ends, ({ parts }) =>
    parts.every(({ node }) => node >= classes.length || admissions.isolationOf(direction, node) === 'open') ? 1 : 0,
  );

/** By end, 1 where some parts are open and some are not. */
export const markPartlyOpen = (
  { classes, admissions, ends }: FlowSources,
  direction: 'ingress' | 'egress',
): Uint8Array =>
  Uint8Array.from(ends, ({ parts }) => {
    const isOpen = ({ node }: FlowEndParts['parts'][number]): boolean =>
      node >= classes.length || admissions.isolationOf(direction, node) === 'open';
    return parts.length > 1 && parts.some(isOpen) && !parts.every(isOpen) ? 1 : 0;
  });

/** How many pairs of ends are open by default at both. */
export const countOpen = (
  { ends, externalCount }: FlowSources,
  openEgress: Uint8Array,
  openIngress: Uint8Array,
): number => {
  const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);
  const alone = ends.filter(
    ({ meetsItself, parts }, end) =>
      parts.length > 0 &&
      !meetsItself &&
      end < ends.length - externalCount &&
      openEgress[end] === 1 &&
      openIngress[end] === 1,
  ).length;
  return count(openEgress) * count(openIngress) - externalCount * externalCount - alone;
};
