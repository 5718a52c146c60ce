import { analyseManifests, createPlaceFinder, toReportProblems } from '../engine/analysis.ts';
import type { Analysis, Profile, SourceFile } from '../engine/analysis.ts';
import type { CliStreams, ExitStatus } from './CliStreams.ts';
import { readSources } from './readSources.ts';

export interface AnalysedSources {
  readonly analysis: Analysis;
  readonly files: readonly SourceFile[];
  /** 2 when nothing in the files is a Kubernetes object. */
  readonly status: ExitStatus;
}

export interface EvaluationRequest {
  readonly profile: Profile;
  readonly assumeComplete: boolean;
  readonly streams: CliStreams;
}

/** Reads and evaluates what the paths name; problems go to stderr, one line each. */
export async function analyseSources(
  paths: readonly string[],
  { profile, assumeComplete, streams }: EvaluationRequest,
): Promise<AnalysedSources> {
  const { files, problems: unread } = await readSources(paths, streams.readStdin);
  const evaluated = analyseManifests(files, { profile, assumeComplete });
  const analysis = { ...evaluated, problems: [...unread, ...evaluated.problems] };
  for (const { file, line, column, code, message } of toReportProblems(analysis.problems, createPlaceFinder(files))) {
    streams.stderr(`${file}:${line}:${column} ${code} ${message.replaceAll(/[\r\n]+/g, ' ')}\n`);
  }
  if (analysis.manifests.objects.length > 0) return { analysis, files, status: 0 };
  streams.stderr(`polder: nothing in ${paths.join(', ')} is a Kubernetes object\n`);
  return { analysis, files, status: 2 };
}
