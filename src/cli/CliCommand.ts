import type { CliStreams, ExitStatus } from './CliStreams.ts';

/** One command of the command line. Adding one: a file in `commands/` and a line in `cliCommands`. */
export interface CliCommand {
  readonly name: string;
  /** Arguments and options as in `--help`, without the command's name. */
  readonly usage: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** Throws UsageError for what the caller has to change. */
  readonly run: (args: readonly string[], streams: CliStreams) => Promise<ExitStatus>;
}
