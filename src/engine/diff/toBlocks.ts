/** Pairs of nodes, by from, then to. */
export interface PairList {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Each of `from` with each of `to`. */
export interface PairBlock {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly pairs: number;
}

/**
 * Pairs as few products of two sets: those from which the same nodes are reached are one block, or those that are reached
 * from the same nodes, whichever makes fewer. Every pair is in exactly one block. `cannotMeetItself`: nodes that have no
 * pair with themselves; where that is all they lack, they count as if they had it.
 */
export const toBlocks = (pairs: PairList, cannotMeetItself: (node: number) => boolean): readonly PairBlock[] => {
  const bySource = groupRows(pairs, cannotMeetItself);
  if (bySource.length <= 1) return bySource;
  const byTarget = groupRows(transpose(pairs), cannotMeetItself);
  if (bySource.length <= byTarget.length) return bySource;
  return byTarget.map(({ from, to, pairs }) => ({ from: to, to: from, pairs }));
};

/** The nodes that one node is paired with. */
interface Row {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  /** Of the nodes; `withSelf` as if the node itself were among them, null when that is no choice. */
  readonly hash: string;
  readonly withSelf: string | null;
}

const groupRows = ({ from, to }: PairList, cannotMeetItself: (node: number) => boolean): PairBlock[] => {
  const rows = readRows(from, to, cannotMeetItself);
  const uses = new Map<string, number>();
  for (const { hash, withSelf } of rows) {
    uses.set(hash, (uses.get(hash) ?? 0) + 1);
    if (withSelf !== null) uses.set(withSelf, (uses.get(withSelf) ?? 0) + 1);
  }
  const groups = new Map<string, { from: number[]; to: readonly number[]; pairs: number }[]>();
  for (const row of rows) {
    const takesSelf = row.withSelf !== null && uses.get(row.withSelf)! > uses.get(row.hash)!;
    const hash = takesSelf ? row.withSelf! : row.hash;
    const members = to.subarray(row.start, row.end);
    const same = groups.get(hash) ?? [];
    groups.set(hash, same);
    // Equal hashes are not proof.
    const group = same.find((candidate) => hasMembers(candidate.to, members, takesSelf ? row.node : null));
    if (group === undefined) {
      const list = takesSelf ? [...members, row.node].sort((a, b) => a - b) : [...members];
      same.push({ from: [row.node], to: list, pairs: members.length });
    } else {
      group.from.push(row.node);
      group.pairs += members.length;
    }
  }
  return [...groups.values()].flat();
};

const readRows = (from: Uint32Array, to: Uint32Array, cannotMeetItself: (node: number) => boolean): Row[] => {
  const rows: Row[] = [];
  for (let start = 0; start < from.length;) {
    const node = from[start]!;
    let end = start;
    let a = 0;
    let b = 0;
    for (; end < from.length && from[end] === node; end += 1) {
      a = (a + mix(to[end]!, 0x9e3779b1)) | 0;
      b = (b + mix(to[end]!, 0x85ebca77)) | 0;
    }
    const toHash = (sumA: number, sumB: number, size: number) => `${sumA} ${sumB} ${size}`;
    rows.push({
      node,
      start,
      end,
      hash: toHash(a, b, end - start),
      withSelf: cannotMeetItself(node)
        ? toHash((a + mix(node, 0x9e3779b1)) | 0, (b + mix(node, 0x85ebca77)) | 0, end - start + 1)
        : null,
    });
    start = end;
  }
  return rows;
};

/** Spreads a node's number over 32 bits; sums of these tell sets apart, whatever the order. */
const mix = (node: number, factor: number): number => {
  const first = Math.imul(node + 1, factor);
  const second = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d);
  return (second ^ (second >>> 13)) | 0;
};

/** Whether `list` is `members`, and `self` among them at its place. */
const hasMembers = (list: readonly number[], members: Uint32Array, self: number | null): boolean => {
  if (list.length !== members.length + (self === null ? 0 : 1)) return false;
  let at = 0;
  for (const node of list) {
    if (node === self) continue;
    if (members[at] !== node) return false;
    at += 1;
  }
  return at === members.length;
};

/** The other way round, by the new from, then to. */
const transpose = ({ from, to }: PairList): PairList => {
  const order = Uint32Array.from(from.keys());
  // Stable, so that equal ends stay in the order of the other one.
  order.sort((a, b) => to[a]! - to[b]! || a - b);
  return { from: order.map((row) => to[row]!), to: order.map((row) => from[row]!) };
};
