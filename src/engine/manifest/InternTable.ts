/**
 * Values that many objects write alike, each held once: labels, ports, images, owners. It only grows, and what it gives
 * is equal to what it was given, so that sets of manifests may pass it on.
 */
export interface InternTable {
  /** The text, without the file that it was cut out of. */
  text(text: string): string;
  /** The first value that came with this key. */
  share<Value extends object>(key: string, create: () => Value): Value;
  /**
   * The value that was shared last under `kind`, if it is the same, else what `find` gives: objects of one workload come
   * one after another.
   */
  shareAgain<Value extends object>(kind: string, isSame: (last: Value) => boolean, find: () => Value): Value;
  readonly size: number;
}

export const createInternTable = (): InternTable => {
  const texts = new Map<string, string>();
  const values = new Map<string, object>();
  const lastOf = new Map<string, object>();
  return {
    text: (text) => {
      const known = texts.get(text);
      if (known !== undefined) return known;
      const own = detachText(text);
      texts.set(own, own);
      return own;
    },
    share: <Value extends object>(key: string, create: () => Value): Value => {
      // A key says which kind of value it stands for.
      const known = values.get(key) as Value | undefined;
      if (known !== undefined) return known;
      const value = create();
      values.set(detachText(key), value);
      return value;
    },
    shareAgain: <Value extends object>(kind: string, isSame: (last: Value) => boolean, find: () => Value): Value => {
      // A kind says which kind of value is shared under it.
      const last = lastOf.get(kind) as Value | undefined;
      if (last !== undefined && isSame(last)) return last;
      const value = find();
      lastOf.set(kind, value);
      return value;
    },
    get size() {
      return texts.size + values.size;
    },
  };
};

/** JavaScript engines cut texts by reference: a name would hold the whole text of its file, and each text before an edit. */
export const detachText = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));
