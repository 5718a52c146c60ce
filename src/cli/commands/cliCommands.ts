import type { CliCommand } from '../CliCommand.ts';
import { canCommand } from './canCommand.ts';
import { diffCommand } from './diffCommand.ts';
import { flowsCommand } from './flowsCommand.ts';

/** All commands, in the order of `--help`. */
export const cliCommands: readonly CliCommand[] = [flowsCommand, canCommand, diffCommand];
