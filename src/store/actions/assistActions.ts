import { formatFix, type FilePath, type Fix, type FormatRefusal } from '../../engine/index.ts';
import { OutdatedAnswer } from '../../worker/EngineClient.ts';
import type { EngineRequests } from '../../worker/protocol.ts';
import { requireServices } from '../services.ts';
import { polder } from '../store.ts';
import { applyEdits } from './applyEdits.ts';

/** What the text editor asks about a place. */
export type AssistName =
  'complete' | 'hover' | 'targets' | 'symbols' | 'hints' | 'fixes' | 'lenses' | 'lensCounts' | 'format';

/** The text may change that often while an answer is on its way; then somebody types, and asks anew. */
const attempts = 5;

/**
 * Asks about the text as it is. When it changes before the answer comes, asks again about the new text, unless `isOver`
 * says that nobody waits any more. Null: no answer (over, or the engine failed, which is said elsewhere).
 */
export async function askAssist<N extends AssistName>(
  name: N,
  args: EngineRequests[N]['args'],
  isOver: () => boolean = () => false,
): Promise<EngineRequests[N]['result'] | null> {
  for (let attempt = 0; attempt < attempts && !isOver(); attempt++) {
    try {
      return await requireServices().engine.ask(name, args);
    } catch (error) {
      if (!(error instanceof OutdatedAnswer)) return null;
    }
  }
  return null;
}

/** Performs a quick fix as a step of its own; false when the text has changed since it was found. */
export const applyFix = (fix: Fix, revision: number): boolean =>
  applyEdits({ label: formatFix(fix), edits: fix.edits, files: [] }, { capture: 'step', revision });

/** Formats the document at a place, as a step; says why not when it is refused. */
export async function formatDocument(file: FilePath, offset: number): Promise<FormatRefusal | null> {
  const { revision } = polder.getState().workspace;
  const result = await askAssist('format', { file, offset });
  if (result === null) return 'BROKEN';
  if (!result.ok) return result.reason;
  applyEdits({ label: `Format ${file}`, edits: result.edits, files: [] }, { capture: 'step', revision });
  return null;
}
