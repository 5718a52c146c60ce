import type { ServiceHop } from '../cluster/listServiceHops.ts';
import { resolvePort } from '../connectivity/resolvePorts.ts';
import { isSpelledAlike } from '../labels/isSpelledAlike.ts';
import { hasPort, isEmptyPortSet } from '../net/portAlgebra.ts';
import { protocols } from '../net/PortSet.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { PortMatch } from '../policy/PolicyRule.ts';
import type { MissCause } from './MissCause.ts';
import type { PortQuestion, Situation } from './Situation.ts';

/** What keeps a port item from being the port asked for (any port when none was); null when it is. */
export const findPortCause = (match: PortMatch, situation: Situation): MissCause | null => {
  const { port: asked, destination, listHops } = situation;
  const listed = resolvePort(match, destination);
  if (isEmptyPortSet(listed)) return toNameCause(match as Extract<PortMatch, { type: 'name' }>, situation);
  if (asked === null || hasPort(listed, asked.protocol, asked.port)) return null;
  const other = protocols.find((protocol) => hasPort(listed, protocol, asked.port));
  if (other !== undefined) return { code: 'protocol', listed: other };
  return findHopCause(listed, asked, listHops()) ?? { code: 'port', listed };
};

const toNameCause = (
  { name, protocol }: Extract<PortMatch, { type: 'name' }>,
  { destination }: Situation,
): MissCause => {
  const names = destination.flatMap((port) => port.name ?? []);
  return {
    code: 'portName',
    name,
    protocol,
    there: destination.map((port) => ({ name: port.name, port: port.port, protocol: port.protocol })),
    similar: names.find((own) => own === name) ?? names.find((own) => isSpelledAlike(own, name)) ?? null,
  };
};

/** The Service's port where the container's is meant, or the other way round. */
const findHopCause = (listed: PortSet, asked: PortQuestion, hops: readonly ServiceHop[]): MissCause | null => {
  for (const hop of hops.filter(({ protocol }) => protocol === asked.protocol)) {
    if (hop.port === asked.port && hop.targets.some((target) => hasPort(listed, asked.protocol, target))) {
      return { code: 'askedServicePort', ...hop };
    }
    if (hop.targets.includes(asked.port) && hasPort(listed, asked.protocol, hop.port)) {
      return { code: 'listedServicePort', ...hop };
    }
  }
  return null;
};
