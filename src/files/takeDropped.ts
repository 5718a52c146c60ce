/** What was dropped, taken out of the event. */
export interface Dropped {
  readonly items: readonly DroppedItem[];
  /** Dropped text, when no file came with it. */
  readonly text: string | null;
}

export interface DroppedItem {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
}

/** Call this inside the `drop` event: the browser empties a DataTransfer when the event is over. */
export function takeDropped(transfer: DataTransfer): Dropped {
  const items = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }))
    .filter(({ entry, file }) => entry !== null || file !== null);
  const text = items.length === 0 ? transfer.getData('text/plain') : '';
  return { items, text: text === '' ? null : text };
}
