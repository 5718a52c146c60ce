import type { IDisposable, IEvent } from 'monaco-editor/editor';
import type { EditorContext } from './EditorContext.ts';
import { completionProvider } from './providers/completionProvider.ts';
import { fixProvider, registerApplyFix } from './providers/fixProvider.ts';
import { hoverProvider } from './providers/hoverProvider.ts';
import { lensProvider, registerRevealLens } from './providers/lensProvider.ts';
import { symbolProvider } from './providers/symbolProvider.ts';
import { registerOpener, targetProvider } from './providers/targetProviders.ts';

/** Files of the workspace, and no other models. */
const selector = { language: 'yaml', scheme: 'polder' };

/**
 * Everything Monaco asks about the text, answered by the engine in its worker. `onAnswersChange`: what was said before may
 * be different now. Returns what takes the providers away again.
 */
export function registerProviders(context: EditorContext, onAnswersChange: IEvent<void>): IDisposable {
  const { languages } = context.monaco;
  const targets = targetProvider(context);
  const registered = [
    languages.registerCompletionItemProvider(selector, completionProvider(context)),
    languages.registerHoverProvider(selector, hoverProvider(context)),
    languages.registerCodeActionProvider(selector, fixProvider(context)),
    languages.registerCodeLensProvider(selector, lensProvider(context, onAnswersChange)),
    languages.registerDefinitionProvider(selector, targets),
    languages.registerReferenceProvider(selector, targets),
    languages.registerDocumentSymbolProvider(selector, symbolProvider(context)),
    registerApplyFix(context),
    registerRevealLens(context),
    registerOpener(context),
  ];
  return { dispose: () => registered.forEach((each) => each.dispose()) };
}
