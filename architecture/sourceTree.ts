import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const testingFiles = /\.test\.tsx?$|\.d\.ts$/;

export const foldersOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** A module of the folder to import from elsewhere, by its path from the repository's root. */
export function someModuleOf(folder: string): string {
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !testingFiles.test(path))
    .sort();
  if (modules[0] === undefined) throw new Error(`${folder} has no module`);
  return join(folder, modules[0]).replaceAll('\\', '/');
}
