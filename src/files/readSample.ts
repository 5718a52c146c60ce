import { createImportCollector } from './createImportCollector.ts';
import { createImportPace } from './createImportPace.ts';
import { importLimits } from './importLimits.ts';
import type { ImportSource } from './ImportSource.ts';
import { toWorkspacePath } from './toWorkspacePath.ts';

export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Paths below the samples' folder. */
  readonly files: readonly string[];
}

/** What comes with the app, from beside the page, wherever that is served. Rejects with a sentence when it cannot be had. */
export async function readSampleIndex(signal?: AbortSignal): Promise<readonly Sample[]> {
  const response = await fetchSample('index.json', signal);
  const index: unknown = await response.json();
  if (!Array.isArray(index) || !index.every(isSample)) throw new Error('The list of samples is damaged.');
  return index;
}

/** A workspace that comes with the app. */
export const readSample: ImportSource<Pick<Sample, 'files'>> = {
  id: 'sample',
  label: 'Open a sample',
  read: async ({ files }, context) => {
    const { signal, taken } = context;
    const collector = createImportCollector({ limits: importLimits, taken });
    const pace = createImportPace(context);
    // All are asked for at once: one after the other, each would wait for the answer to the one before.
    const answers = files.map((name) => fetchBytes(name, signal));
    for (const answer of answers) answer.catch(() => undefined);
    for (const [index, name] of files.entries()) {
      await pace(index, files.length, name);
      const path = toWorkspacePath(name);
      try {
        const bytes = await answers[index]!;
        if (collector.admits(path, bytes.length)) collector.addBytes(path, bytes);
      } catch (error) {
        signal.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        collector.addProblem({ code: 'FILE_UNREADABLE', path, args: { reason } });
      }
    }
    return collector.toResult();
  },
};

const fetchBytes = async (name: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetchSample(name, signal)).arrayBuffer());

async function fetchSample(name: string, signal?: AbortSignal): Promise<Response> {
  const folder = new URL('./samples/', document.baseURI);
  const address = new URL(name.split('/').map(encodeURIComponent).join('/'), folder);
  if (!address.href.startsWith(folder.href)) throw new Error(`${name} is not one of the samples.`);
  const response = await fetch(address, { signal: signal ?? null });
  // A server of single-page apps answers with its page where a file is missing.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (!response.ok || isPage) throw new Error(`${name} is missing on the server.`);
  return response;
}

function isSample(value: unknown): value is Sample {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, description, files } = value as Partial<Record<keyof Sample, unknown>>;
  const isText = [id, title, description].every((field) => typeof field === 'string');
  return isText && Array.isArray(files) && files.every((file) => typeof file === 'string');
}
