import type { CancellationToken, editor, languages, Position } from 'monaco-editor/editor';
import { askAssist } from '../../store/actions/assistActions.ts';
import { reveal } from '../../store/actions/editorActions.ts';
import { toRange, type EditorContext } from '../EditorContext.ts';

type Located = Pick<languages.DefinitionProvider, 'provideDefinition'> &
  Pick<languages.ReferenceProvider, 'provideReferences'>;

/** From a selector to what it matches and back: the same question both ways. */
export function targetProvider({ fileOf, open }: EditorContext): Located {
  const find = async (model: editor.ITextModel, position: Position, token: CancellationToken) => {
    const file = fileOf(model);
    if (file === null) return null;
    const offset = file.lines().toOffset(position);
    const found = await askAssist('targets', { file: file.file, offset }, () => token.isCancellationRequested);
    return { file, found };
  };
  return {
    async provideDefinition(model, position, token) {
      const asked = await find(model, position, token);
      if (!asked?.found) return null;
      const originSelectionRange = toRange(asked.file, asked.found.range);
      return asked.found.targets.flatMap((target): languages.LocationLink[] => {
        const there = open(target);
        if (there === null) return [];
        const range = toRange(there, target);
        return [{ uri: there.model.uri, range, targetSelectionRange: range, originSelectionRange }];
      });
    },
    async provideReferences(model, position, _context, token) {
      const asked = await find(model, position, token);
      return (asked?.found?.targets ?? []).flatMap((target) => {
        const there = open(target);
        return there === null ? [] : [{ uri: there.model.uri, range: toRange(there, target) }];
      });
    },
  };
}

/** Monaco knows one editor and its model; another file is opened as the rest of the app opens files. */
export const registerOpener = ({ monaco, fileOf }: EditorContext) =>
  monaco.editor.registerEditorOpener({
    openCodeEditor(_source, resource, place) {
      const model = monaco.editor.getModel(resource);
      const file = model === null ? null : fileOf(model);
      if (file === null || place === undefined) return false;
      const start = file
        .lines()
        .toOffset(
          'startLineNumber' in place ? { lineNumber: place.startLineNumber, column: place.startColumn } : place,
        );
      const end =
        'startLineNumber' in place
          ? file.lines().toOffset({ lineNumber: place.endLineNumber, column: place.endColumn })
          : start;
      reveal({ file: file.file, start, end });
      return true;
    },
  });
