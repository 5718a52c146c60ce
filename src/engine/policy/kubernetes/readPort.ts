import { isPortName } from '../../manifest/isQualifiedName.ts';
import { readInteger, readIntegerOrString, readNode, readString } from '../../manifest/readField.ts';
import type { FieldNode } from '../../manifest/readField.ts';
import type { SourceMap } from '../../manifest/SourceNode.ts';
import { protocols } from '../../net/PortSet.ts';
import type { Protocol } from '../../net/PortSet.ts';
import type { Origin, PortMatch } from '../PolicyRule.ts';
import { reportInvalid, reportUnknown } from './createPolicyContext.ts';

const isProtocol = (text: string): text is Protocol => (protocols as readonly string[]).includes(text);
const isPortNumber = (port: number): boolean => port >= 1 && port <= 65535;

/**
 * An item of `ports`: TCP unless it names a protocol; without `port`, every port of the protocol. A string is a name,
 * even `"8080"` (which is no valid one: names need a letter). Null when invalid and reported (docs/semantics).
 */
export const readPort = (item: FieldNode<SourceMap>): PortMatch | null => {
  const { node, context } = item;
  reportUnknown(node, ['protocol', 'port', 'endPort'], context);
  const protocol = readProtocol(item);
  const port = readIntegerOrString(node, 'port', context);
  const endPort = readEndPort(item, port);
  const origin: Origin = { file: context.file, range: item.range };
  if (protocol === null) return null;
  if (port === null) return { type: 'protocol', protocol, origin };

  const { context: at, range } = readNode(node, 'port', context)!;
  if (typeof port === 'string') {
    if (!isPortName(port)) reportInvalid(at, 'value', range, { value: port, expected: 'port number or name' });
    return { type: 'name', protocol, name: port, origin };
  }
  if (!isPortNumber(port)) reportInvalid(at, 'value', range, { value: port, expected: '1 to 65535' });
  return { type: 'range', protocol, from: port, to: endPort ?? port, origin };
};

const readProtocol = ({ node, context }: FieldNode<SourceMap>): Protocol | null => {
  const written = readNode(node, 'protocol', context);
  const text = readString(node, 'protocol', context);
  if (written === null) return 'TCP';
  if (text === null || isProtocol(text)) return text;
  reportInvalid(written.context, 'value', written.range, { value: text, expected: protocols.join(', ') });
  return null;
};

const readEndPort = ({ node, context }: FieldNode<SourceMap>, port: number | string | null): number | null => {
  const written = readNode(node, 'endPort', context);
  const endPort = readInteger(node, 'endPort', context);
  if (written === null || endPort === null) return null;
  if (typeof port !== 'number') {
    // A port of a wrong type is reported already and is no missing one.
    if (readNode(node, 'port', context) === null) {
      reportInvalid(written.context, 'required', written.range, { expected: 'port' });
    } else if (port !== null) {
      reportInvalid(written.context, 'forbidden', written.range, { with: 'port', value: port });
    }
    return null;
  }
  if (!isPortNumber(endPort)) {
    reportInvalid(written.context, 'value', written.range, { value: endPort, expected: '1 to 65535' });
  } else if (endPort < port) {
    reportInvalid(written.context, 'endPortOrder', written.range, { value: endPort, port });
  }
  return endPort;
};
