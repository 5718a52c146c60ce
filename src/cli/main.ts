import { buffer } from 'node:stream/consumers';
import { runCli } from './runCli.ts';

// `polder flows … | head` closes the pipe early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Not process.exit(): what is written to a pipe must get through first.
process.exitCode = await runCli(process.argv.slice(2), {
  readStdin: () => buffer(process.stdin),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
});
