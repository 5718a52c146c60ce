import { version } from '../../package.json';
import type { CliStreams, ExitStatus } from './CliStreams.ts';
import { cliCommands } from './commands/cliCommands.ts';
import { UsageError } from './UsageError.ts';

/** The command line as a function: `args` are those after the program's name. Never throws for wrong usage or input. */
export async function runCli(args: readonly string[], streams: CliStreams): Promise<ExitStatus> {
  const [name, ...rest] = args;
  if (name === undefined) {
    streams.stderr(help);
    return 2;
  }
  if (args.includes('--help') || name === 'help') {
    streams.stdout(help);
    return 0;
  }
  if (name === '--version') {
    streams.stdout(`${version}\n`);
    return 0;
  }
  const command = cliCommands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const names = cliCommands.map((candidate) => candidate.name).join(', ');
    streams.stderr(`polder: there is no command "${name}". There are: ${names}. See --help.\n`);
    return 2;
  }
  try {
    return await command.run(rest, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.stderr(`polder: ${error.message}\nusage: polder ${command.name} ${command.usage}\n`);
    return 2;
  }
}

const help = `polder ${version}: what Kubernetes network policies allow, from plain manifests

${cliCommands.map(({ name, usage, summary }) => `  polder ${name} ${usage}\n      ${summary}`).join('\n\n')}

  PATH, OLD and NEW are each a file, a folder (its .yaml, .yml and .json files at any depth), or - for standard input.
  FROM and TO are namespace/name, namespace/Kind/name or an IP address.
  --assume-complete takes what the manifests do not say as absent instead of uncertain.

Problems of the input go to stderr, one line each: file:line:column CODE sentence.
Exit status: 0 done and nothing found, 1 findings (a "can" that is not allowed for certain, a "diff" with changes), 2 unusable input or usage.
`;
