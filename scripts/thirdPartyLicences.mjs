import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const isLicence = (name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name);

/** What is shipped by the lockfile: every package that the app itself needs, not only the tools around it. */
function listShipped() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([folder, { dev, optional }]) => folder !== '' && !dev && !optional && existsSync(folder))
    .map(([folder, { version, license }]) => ({
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? 'see below',
      texts: readdirSync(folder)
        .filter(isLicence)
        .map((file) => readFileSync(join(folder, file), 'utf8').trim()),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * Vite plugin: writes the licences of everything that is bundled beside the app. Vite's own list leaves out what only the
 * workers bundle, and the fonts.
 */
export function thirdPartyLicences() {
  return {
    name: 'polder-third-party-licences',
    apply: 'build',
    generateBundle() {
      const parts = listShipped().map(
        ({ name, version, licence, texts }) =>
          `${name} ${version} (${licence})\n\n${texts.join('\n\n') || 'The package carries no licence text of its own.'}\n`,
      );
      this.emitFile({
        type: 'asset',
        fileName: 'third-party-licences.txt',
        source: `Polder is built from these packages, under their own licences.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`,
      });
    },
  };
}
