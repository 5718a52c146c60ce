import { detectTextStyle } from '../edits/detectTextStyle.ts';
import { findColumn } from '../edits/textLines.ts';
import type { TextStyle } from '../edits/TextStyle.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import type { Place } from './Place.ts';

/** How the text around a place is written, so that new lines look like those beside them. */
export const findStyle = (text: string, root: SourceNode, { steps }: Place): TextStyle => {
  const nearest = steps.slice(0, -1).map(({ node }) => node);
  const style = detectTextStyle(text, [...nearest.toReversed(), root]);
  const holder = steps.at(-2);
  if (holder?.type !== 'field' || holder.node.type !== 'map' || holder.node.flow) return style;
  const step = findColumn(text, holder.node.range.start) - findColumn(text, holder.entry.key.range.start);
  return step > 0 ? { ...style, step } : style;
};
