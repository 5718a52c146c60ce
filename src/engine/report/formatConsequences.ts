import type { CauseEffects, IsolationChange } from '../diff/WorkspaceDiff.ts';
import type { NodeNames } from './createNodeNames.ts';

/** What a cause means beyond its flows. opened and dnsLost are what people look for first. */
export interface Consequence {
  readonly type: 'opened' | 'isolated' | 'uncertain' | 'dnsLost';
  readonly text: string;
  /** Nodes. */
  readonly nodes: readonly number[];
}

const words: Readonly<Record<IsolationChange['kind'], string>> = {
  opened: 'No longer isolated',
  uncertain: 'Perhaps isolated now',
  isolated: 'Isolated now',
};
const kinds = ['opened', 'uncertain', 'isolated'] as const;

/** The consequences of a cause, the worst first. */
export const formatConsequences = (
  { isolation, dnsLost }: CauseEffects,
  nameNodes: NodeNames,
): readonly Consequence[] => {
  const found: Consequence[] = [];
  for (const kind of kinds) {
    for (const direction of ['ingress', 'egress'] as const) {
      const nodes = isolation
        .filter((each) => each.kind === kind && each.direction === direction)
        .map(({ node }) => node);
      if (nodes.length === 0) continue;
      found.push({ type: kind, text: `${words[kind]} (${direction}): ${nameNodes(nodes)}`, nodes });
    }
  }
  const lost: readonly Consequence[] =
    dnsLost.length === 0
      ? []
      : [
          {
            type: 'dnsLost',
            text: `DNS lost: ${nameNodes(dnsLost)} (no name server on UDP 53 is left)`,
            nodes: dnsLost,
          },
        ];
  const opened = found.filter(({ type }) => type === 'opened');
  return [...opened, ...lost, ...found.filter(({ type }) => type !== 'opened')];
};
