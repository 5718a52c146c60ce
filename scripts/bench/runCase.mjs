import { loadEngine } from './buildEngine.mjs';
import { engineCases } from './engineCases.mjs';

/** One case in this process, whose memory is then its own: `node --expose-gc runCase.mjs ENGINE_FOLDER ID`. */
const [folder, id] = process.argv.slice(2);
const found = engineCases.find((one) => one.id === id);
const result = found.run(await loadEngine(folder));
process.stdout.write(JSON.stringify({ ...result, peakMegabytes: process.resourceUsage().maxRSS / 1e3 }));
