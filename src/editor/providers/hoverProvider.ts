import type { languages } from 'monaco-editor/editor';
import { formatHover } from '../../engine/index.ts';
import { askAssist } from '../../store/actions/assistActions.ts';
import { toRange, type EditorContext } from '../EditorContext.ts';

export const hoverProvider = ({ fileOf }: EditorContext): languages.HoverProvider => ({
  async provideHover(model, position, token) {
    const file = fileOf(model);
    if (file === null) return null;
    const offset = file.lines().toOffset(position);
    const hover = await askAssist('hover', { file: file.file, offset }, () => token.isCancellationRequested);
    if (hover === null) return null;
    return { range: toRange(file, hover.range), contents: formatHover(hover.facts).map((value) => ({ value })) };
  },
});
