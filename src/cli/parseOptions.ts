import { parseArgs } from 'node:util';
import { findProfile, kubernetesProfile, profiles, type Profile } from '../engine/analysis.ts';
import { UsageError } from './UsageError.ts';

type OptionTable = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Options that every command which evaluates takes. */
export const evaluationOptions = {
  profile: { type: 'string', default: kubernetesProfile.name },
  /** What the import does not say is taken as absent instead of uncertain. */
  'assume-complete': { type: 'boolean', default: false },
} as const satisfies OptionTable;

/** Arguments by the table of options; throws UsageError for any that is not in it. */
export function parseOptions<const Options extends OptionTable>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own messages name the option; their advice on "--" would only confuse here.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

/** The value, if it is one of `choices`; throws UsageError otherwise. */
export function requireChoice<Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new UsageError(`${option} must be one of ${choices.join(', ')}; not "${value}"`);
  return choice;
}

export function requireProfile(name: string): Profile {
  requireChoice(
    '--profile',
    name,
    profiles.map((profile) => profile.name),
  );
  return findProfile(name) ?? kubernetesProfile;
}
