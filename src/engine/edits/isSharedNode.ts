import type { SourceNode } from '../manifest/SourceNode.ts';

/**
 * Whether a change of `node` would be seen in other places: it is reached through an alias or merge key, or it or a
 * collection around it is what an alias refers to. `root` is the document's tree.
 */
export function isSharedNode(root: SourceNode, node: SourceNode): boolean {
  const path = findPath(root, node);
  if (path === null) return true;
  const targets = new Set<SourceNode>();
  collectAliasTargets(root, targets);
  return path.some((step) => targets.has(step));
}

/** Whether `node` or anything in it carries an anchor that an alias outside of it needs. */
export function hasNeededAnchor(root: SourceNode, node: SourceNode): boolean {
  const targets = new Set<SourceNode>();
  collectAliasTargets(root, targets, node);
  return targets.size > 0 && someNode(node, (inner) => targets.has(inner));
}

/** The nodes from `root` to `node`, both included, as written: not through aliases. */
export function findPath(root: SourceNode, node: SourceNode): readonly SourceNode[] | null {
  if (root === node) return [root];
  for (const child of listChildren(root)) {
    const path = findPath(child, node);
    if (path !== null) return [root, ...path];
  }
  return null;
}

function collectAliasTargets(node: SourceNode, targets: Set<SourceNode>, except?: SourceNode): void {
  if (node === except) return;
  if (node.type === 'alias') targets.add(node.target);
  for (const child of listChildren(node)) collectAliasTargets(child, targets, except);
}

const someNode = (node: SourceNode, test: (node: SourceNode) => boolean): boolean =>
  test(node) || listChildren(node).some((child) => someNode(child, test));

function listChildren(node: SourceNode): readonly SourceNode[] {
  if (node.type === 'map') return node.entries.flatMap(({ key, value }) => [key, value]);
  return node.type === 'seq' ? node.items : [];
}
