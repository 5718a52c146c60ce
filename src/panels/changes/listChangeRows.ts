import type { ChangesCause, ChangesConsequence, ChangesLine, ChangesView } from '../../engine/index.ts';
import type { TreeRow } from '../../ui/Tree.tsx';

export type ChangeRow = TreeRow &
  (
    | { readonly type: 'cause'; readonly cause: ChangesCause }
    | { readonly type: 'consequence'; readonly consequence: ChangesConsequence }
    | { readonly type: 'line'; readonly line: ChangesLine }
    | { readonly type: 'pair'; readonly line: ChangesLine; readonly from: string; readonly to: string }
    /** What is not listed, and the heading above causes without effect. */
    | { readonly type: 'remark' }
  );

export interface ChangeRowOptions {
  /** Ids of rows that are folded other than they are at first: causes start open, lines closed. */
  readonly toggled: ReadonlySet<string>;
  /** The words for a node's id. */
  readonly nameOf: (id: string) => string;
}

const words = { added: 'added', removed: 'removed', changed: 'changed' };
const quietId = 'quiet';

/** Causes with what follows from them; those without effect on flows under a heading of their own, at the end. */
export function listChangeRows(view: ChangesView, options: ChangeRowOptions): readonly ChangeRow[] {
  const isQuiet = ({ lines, consequences }: ChangesCause): boolean => lines.length + consequences.length === 0;
  const loud = view.causes.filter((cause) => !isQuiet(cause));
  const quiet = view.causes.filter(isQuiet);
  const rows = loud.flatMap((cause) => listCause(cause, options));
  if (quiet.length === 0) return rows;
  const label = `Without effect on flows: ${quiet.length}`;
  const expanded = !options.toggled.has(quietId);
  rows.push({ type: 'remark', id: quietId, level: 1, label, expanded });
  if (!expanded) return rows;
  return [
    ...rows,
    ...quiet.map((cause): ChangeRow => ({
      type: 'cause',
      id: cause.key,
      level: 2,
      label: cause.text,
      expanded: null,
      cause,
    })),
  ];
}

const listCause = (cause: ChangesCause, options: ChangeRowOptions): ChangeRow[] => {
  const expanded = !options.toggled.has(cause.key);
  const head: ChangeRow = { type: 'cause', id: cause.key, level: 1, label: cause.text, expanded, cause };
  if (!expanded) return [head];
  const rows: ChangeRow[] = [
    head,
    ...cause.consequences.map((consequence): ChangeRow => {
      const id = `${cause.key} | ${consequence.text}`;
      return { type: 'consequence', id, level: 2, label: consequence.text, expanded: null, consequence };
    }),
    ...cause.lines.flatMap((line) => listLine(cause, line, options)),
  ];
  if (cause.omittedLines > 0) {
    const label = `${cause.omittedLines} more lines`;
    rows.push({ type: 'remark', id: `${cause.key} | more`, level: 2, label, expanded: null });
  }
  return rows;
};

const listLine = (cause: ChangesCause, line: ChangesLine, { toggled, nameOf }: ChangeRowOptions): ChangeRow[] => {
  const id = `${cause.key} | ${line.key}`;
  const isOne = line.pairs === 1;
  const expanded = isOne ? null : toggled.has(id);
  const label = `${words[line.kind]}: ${line.from} ${line.isTwoWay ? '↔' : '→'} ${line.to}, ${line.ports}`;
  const head: ChangeRow = { type: 'line', id, level: 2, label, expanded, line };
  if (expanded !== true) return [head];
  const pairs = line.sample.map(({ from, to }): ChangeRow => {
    const name = `${nameOf(from)} → ${nameOf(to)}`;
    return { type: 'pair', id: `${id} | ${from} → ${to}`, level: 3, label: name, expanded: null, line, from, to };
  });
  const rest = line.pairs - line.sample.length;
  const more: ChangeRow[] =
    rest > 0 ? [{ type: 'remark', id: `${id} | more`, level: 3, label: `${rest} more pairs`, expanded: null }] : [];
  return [head, ...pairs, ...more];
};
