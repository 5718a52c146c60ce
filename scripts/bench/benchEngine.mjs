import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildEngine } from './buildEngine.mjs';
import { engineCases } from './engineCases.mjs';

const runCase = fileURLToPath(new URL('runCase.mjs', import.meta.url));

/**
 * Figures of the engine on Node, which has the same JavaScript engine as Chromium.
 *
 * @param {(id: string) => boolean} isWanted
 */
export async function benchEngine(isWanted) {
  const wanted = engineCases.filter(({ id }) => isWanted(id));
  const rows = [];
  const growth = [];
  if (wanted.length === 0) return { rows, growth };
  const folder = await buildEngine();
  for (const { id } of wanted) {
    console.log(`  ${id} …`);
    const output = execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=12000', runCase, folder, id], {
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const result = JSON.parse(output);
    rows.push(...result.rows.map((row) => ({ id, ...row })));
    if (result.growth) growth.push({ ...result.growth, peakMegabytes: result.peakMegabytes });
  }
  return { rows, growth };
}
