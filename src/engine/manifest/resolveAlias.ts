import type { SourceAlias, SourceNode } from './SourceNode.ts';

/** A node that is no alias. */
export type ResolvedNode = Exclude<SourceNode, SourceAlias>;

/** The node itself, or what an alias refers to. */
export const resolveAlias = (node: SourceNode): ResolvedNode => (node.type === 'alias' ? node.target : node);
