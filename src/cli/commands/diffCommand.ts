import { computeDiff, diffFormats, toDiffReport, type DiffReport } from '../../engine/analysis.ts';
import { analyseSources } from '../analyseSources.ts';
import type { CliCommand } from '../CliCommand.ts';
import { evaluationOptions, parseOptions, requireChoice, requireProfile } from '../parseOptions.ts';
import { UsageError } from '../UsageError.ts';

const formatNames = diffFormats.map((format) => format.name);

export const diffCommand: CliCommand = {
  name: 'diff',
  usage: `OLD NEW [--profile NAME] [--assume-complete] [--format ${formatNames.join('|')}]`,
  summary: 'what changes for flows from OLD to NEW, and why; exit status 1 when anything does',
  async run(args, streams) {
    const { values, positionals } = parseOptions(args, {
      ...evaluationOptions,
      format: { type: 'string', default: 'text' },
    });
    const formatName = requireChoice('--format', values.format, formatNames);
    const profile = requireProfile(values.profile);
    const [old, now, ...more] = positionals;
    if (old === undefined || now === undefined || more.length > 0) {
      throw new UsageError('diff needs OLD and NEW: a file, a folder or - each');
    }
    if (old === '-' && now === '-') throw new UsageError('only one of OLD and NEW can be standard input');
    const options = { profile, assumeComplete: values['assume-complete'], streams };
    const before = await analyseSources([old], options);
    const after = await analyseSources([now], options);
    if (before.status !== 0 || after.status !== 0) return 2;
    const report = toDiffReport({
      diff: computeDiff(before.analysis, after.analysis),
      profile: profile.name,
      before: { problems: before.analysis.problems, files: before.files },
      after: { problems: after.analysis.problems, files: after.files },
    });
    streams.stdout(writeReport(report, formatName));
    return report.same ? 0 : 1;
  },
};

/** Throws UsageError for a report that is longer than any text can be. */
function writeReport(report: DiffReport, formatName: string): string {
  try {
    return diffFormats.find(({ name }) => name === formatName)?.format(report) ?? '';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError('the report is too long; compare fewer files at a time');
  }
}
