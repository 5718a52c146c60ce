import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import type { LabelRequirement } from '../labels/LabelSelector.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import type { NarrowedPeer } from './narrowPeer.ts';
import { toRequirementValue } from './toRuleValue.ts';

/** The changes of a peer's text that narrow it; dropping it is its list's affair. Null when it is no map. */
export function narrowPeerText(peer: SourceMap, narrowed: NarrowedPeer): readonly TreeChange[] | null {
  if (narrowed.type === 'keep' || narrowed.type === 'drop') return [];
  if (narrowed.type === 'require') return [requireLabel(peer, narrowed.selector, narrowed.requirement)];
  const block = findOwnEntry(peer, 'ipBlock')?.value;
  const map = block && resolveAlias(block);
  return map?.type === 'map' ? [{ type: 'addItems', map, key: 'except', items: narrowed.cidrs }] : null;
}

/** One requirement more for the selector under `key`, which may be missing, null or empty. */
export function requireLabel(owner: SourceMap, key: string, requirement: LabelRequirement): TreeChange {
  const items = [toRequirementValue(requirement)];
  const value = { matchExpressions: items };
  const entry = findOwnEntry(owner, key);
  if (entry === null) return { type: 'addEntry', map: owner, key, value };
  const map = resolveAlias(entry.value);
  return map.type === 'map' && map.entries.length > 0
    ? { type: 'addItems', map, key: 'matchExpressions', items }
    : { type: 'setValue', map: owner, key, value };
}
