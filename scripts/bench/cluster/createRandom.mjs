/**
 * Numbers that look random and are the same for the same seed (mulberry32).
 *
 * @param {number} seed an integer
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below) => Math.floor(next() * below);
  return {
    /** From 0 up to but not including `below`. */
    integer,
    pick: (values) => values[integer(values.length)],
    /** True in that share of the calls. */
    chance: (share) => next() < share,
    /** `length` characters as Kubernetes puts them into generated names. */
    suffix: (length) => Array.from({ length }, () => 'bcdfghjklmnpqrstvwxz2456789'.charAt(integer(27))).join(''),
  };
}
