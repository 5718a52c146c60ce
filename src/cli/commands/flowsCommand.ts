import { flowFormats, toFlowReport, type FlowReport, type Grouping } from '../../engine/analysis.ts';
import { analyseSources } from '../analyseSources.ts';
import type { CliCommand } from '../CliCommand.ts';
import { evaluationOptions, parseOptions, requireChoice, requireProfile } from '../parseOptions.ts';
import { UsageError } from '../UsageError.ts';

const groupings: readonly Grouping[] = ['workload', 'pod'];
const formatNames = flowFormats.map((format) => format.name);

export const flowsCommand: CliCommand = {
  name: 'flows',
  usage: `PATH… [--by ${groupings.join('|')}] [--profile NAME] [--assume-complete] [--format ${formatNames.join('|')}]`,
  summary: 'every allowed flow',
  async run(args, streams) {
    const { values, positionals } = parseOptions(args, {
      ...evaluationOptions,
      by: { type: 'string', default: 'workload' },
      format: { type: 'string', default: 'text' },
    });
    const by = requireChoice('--by', values.by, groupings);
    const formatName = requireChoice('--format', values.format, formatNames);
    const profile = requireProfile(values.profile);
    const { analysis, files, status } = await analyseSources(positionals, {
      profile,
      assumeComplete: values['assume-complete'],
      streams,
    });
    const report = toFlowReport({ ...analysis, files }, { by });
    streams.stdout(writeReport(report, formatName));
    return status;
  },
};

/** Throws UsageError for a report that is longer than any text can be. */
function writeReport(report: FlowReport, formatName: string): string {
  try {
    return flowFormats.find(({ name }) => name === formatName)?.format(report) ?? '';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`a report of ${report.flows.length} flows is too long; ask for fewer PATHs at a time`);
  }
}
