import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The YAML and JSON files below a folder, by path; `except` are names of files that are no manifests. */
export const readFolder = (
  folder: string,
  { except = [] }: { except?: readonly string[] } = {},
): { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name) && !except.includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(folder, path), text: readFileSync(path, 'utf8') }));
