import { findEndpoints, formatVerdict, protocols, toVerdictReport } from '../../engine/analysis.ts';
import type { Connectivity, NodeRef, Protocol } from '../../engine/analysis.ts';
import { analyseSources } from '../analyseSources.ts';
import type { CliCommand } from '../CliCommand.ts';
import { evaluationOptions, parseOptions, requireChoice, requireProfile } from '../parseOptions.ts';
import { UsageError } from '../UsageError.ts';

const formatNames = ['text', 'json'] as const;

export const canCommand: CliCommand = {
  name: 'can',
  usage: `FROM TO PROTOCOL/PORT PATH… [--profile NAME] [--assume-complete] [--format ${formatNames.join('|')}]`,
  summary: 'one verdict with its reasons; exit status 1 when it is not allowed for certain',
  async run(args, streams) {
    const { values, positionals } = parseOptions(args, {
      ...evaluationOptions,
      format: { type: 'string', default: 'text' },
    });
    const format = requireChoice('--format', values.format, formatNames);
    const profile = requireProfile(values.profile);
    const [from, to, asked, ...paths] = positionals;
    if (from === undefined || to === undefined || asked === undefined) {
      throw new UsageError('can needs FROM, TO, PROTOCOL/PORT and at least one PATH');
    }
    const port = parsePort(asked);
    const { analysis, files } = await analyseSources(paths, {
      profile,
      assumeComplete: values['assume-complete'],
      streams,
    });
    const question = {
      from: requireEndpoint(analysis.connectivity, from),
      to: requireEndpoint(analysis.connectivity, to),
      port,
      asked: { from, to },
    };
    const report = toVerdictReport({ ...analysis, files }, question);
    if (report === null) throw new UsageError('FROM and TO are both outside the cluster');
    streams.stdout(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatVerdict(report, { from, to }));
    return report.verdict === 'allowed' ? 0 : 1;
  },
};

function requireEndpoint(connectivity: Connectivity, text: string): NodeRef {
  const found = findEndpoints(connectivity, text);
  if (found.ok) return found.node;
  switch (found.reason) {
    case 'malformed':
      throw new UsageError(`"${text}" is not namespace/name, namespace/Kind/name or an IP address`);
    case 'unknown':
      throw new UsageError(`there is no ${text} in the manifests`);
    case 'ambiguous':
      throw new UsageError(`"${text}" may be ${found.candidates.join(' or ')}`);
  }
}

/** `TCP/8080`; the protocol in any case. */
function parsePort(text: string): { protocol: Protocol; port: number } {
  const [, name = '', digits = ''] = /^([a-z]+)\/(\d{1,5})$/i.exec(text) ?? [];
  const protocol = protocols.find((candidate) => candidate === name.toUpperCase());
  const port = Number(digits);
  if (protocol === undefined || port < 1 || port > 65535) {
    throw new UsageError(`"${text}" is no PROTOCOL/PORT such as TCP/8080 (${protocols.join(', ')}; 1 to 65535)`);
  }
  return { protocol, port };
}
