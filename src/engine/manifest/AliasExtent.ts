/** How large a document is once its aliases are followed: counted while its tree is converted, nothing is expanded. */
export interface AliasExtent {
  /** Nodes so far, those that aliases stand for included, and how many of them stand behind aliases. */
  nodes: number;
  aliased: number;
  /** The deepest level reached since the innermost anchor, through aliases too. */
  deepest: number;
}

export const createAliasExtent = (): AliasExtent => ({ nodes: 0, aliased: 0, deepest: 0 });

/**
 * Whether kubectl would refuse the document for what its aliases stand for: go-yaml (`decode.go`, `allowedAliasRatio`)
 * takes 99 % of aliased nodes up to 400,000 nodes, and less the larger it gets, down to 10 % from 4,000,000 on.
 */
export const isExcessive = ({ nodes, aliased }: AliasExtent): boolean =>
  aliased > 100 && nodes > 1000 && aliased / nodes > allowedShare(nodes);

const few = 400_000;
const many = 4_000_000;

const allowedShare = (nodes: number): number => {
  if (nodes <= few) return 0.99;
  return nodes >= many ? 0.1 : 0.99 - (0.89 * (nodes - few)) / (many - few);
};
