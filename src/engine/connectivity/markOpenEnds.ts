import type { FlowSources } from './computeFlowColumns.ts';
import { fillFrom } from './fillFrom.ts';

/** By node of the evaluation, 1 where no policy isolates it in a direction. External endpoints are always open. */
export interface OpenNodes {
  readonly egress: Uint8Array;
  readonly ingress: Uint8Array;
}

export const markOpenNodes = ({ classes, admissions, externalCount }: FlowSources): OpenNodes => {
  const mark = (direction: 'ingress' | 'egress'): Uint8Array => {
    const marks = new Uint8Array(classes.length + externalCount).fill(1);
    for (let node = 0; node < classes.length; node += 1) {
      if (admissions.isolationOf(direction, node) !== 'open') marks[node] = 0;
    }
    return marks;
  };
  return { egress: mark('egress'), ingress: mark('ingress') };
};

/** By end, 1 where no policy isolates any part of it. */
export const markOpen = ({ ends }: Pick<FlowSources, 'ends'>, open: Uint8Array): Uint8Array =>
  fillFrom(new Uint8Array(ends.length), ends, ({ parts }) => (parts.every(({ node }) => open[node] === 1) ? 1 : 0));

/** By end, 1 where some parts are open and some are not. */
export const markPartlyOpen = ({ ends }: Pick<FlowSources, 'ends'>, open: Uint8Array): Uint8Array =>
  fillFrom(new Uint8Array(ends.length), ends, ({ parts }) =>
    parts.length > 1 && parts.some(({ node }) => open[node] === 1) && parts.some(({ node }) => open[node] !== 1)
      ? 1
      : 0,
  );

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
