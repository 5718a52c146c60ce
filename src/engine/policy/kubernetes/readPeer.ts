import type { LabelSelector } from '../../labels/LabelSelector.ts';
import { emptySelector } from '../../labels/matchesSelector.ts';
import { enterField, reportProblem } from '../../manifest/ReadContext.ts';
import { readMap, readNode, readString, readStrings } from '../../manifest/readField.ts';
import type { FieldNode } from '../../manifest/readField.ts';
import { readLabelSelector } from '../../manifest/readLabelSelector.ts';
import type { SourceMap } from '../../manifest/SourceNode.ts';
import { emptyIpSet, ipSetOf, subtractIps, uniteCidrs } from '../../net/ipAlgebra.ts';
import { formatAsCidr } from '../../net/formatIpSet.ts';
import { parseCidr } from '../../net/parseCidr.ts';
import type { Cidr } from '../../net/parseCidr.ts';
import { parseIpAddress } from '../../net/parseIpAddress.ts';
import type { Origin, Peer } from '../PolicyRule.ts';
import { reportInvalid, reportUnknown } from './createPolicyContext.ts';

/**
 * An item of `from` or `to`. Without namespaceSelector its pods are those of the policy's own namespace; with both
 * selectors, both must hold. Null when the item is invalid and was reported (docs/semantics).
 */
export const readPeer = ({ node, range, context }: FieldNode<SourceMap>, ownNamespace: string): Peer | null => {
  reportUnknown(node, ['podSelector', 'namespaceSelector', 'ipBlock'], context);
  const podSelector = readNode(node, 'podSelector', context);
  const namespaceSelector = readNode(node, 'namespaceSelector', context);
  const ipBlock = readNode(node, 'ipBlock', context);
  const origin: Origin = { file: context.file, range };

  if (podSelector === null && namespaceSelector === null && ipBlock === null) {
    reportInvalid(context, 'required', range, { expected: 'podSelector, namespaceSelector, ipBlock' });
    return null;
  }
  const pods = readSelector(podSelector);
  const namespaces = readSelector(namespaceSelector);
  if (ipBlock !== null) {
    if (podSelector !== null || namespaceSelector !== null) {
      const other = podSelector === null ? 'namespaceSelector' : 'podSelector';
      reportInvalid(ipBlock.context, 'forbidden', ipBlock.range, { with: other });
    }
    return readIpBlock(node, context, origin);
  }
  return {
    type: 'pods',
    selection: {
      namespaces:
        namespaces === null ? { type: 'named', name: ownNamespace } : { type: 'selected', selector: namespaces },
      pods: pods ?? emptySelector,
    },
    origin,
  };
};

const readSelector = (field: FieldNode | null): LabelSelector | null =>
  field === null ? null : (readLabelSelector(field.node, field.context)?.selector ?? null);

const readIpBlock = (peer: SourceMap, context: FieldNode['context'], origin: Origin): Peer | null => {
  const block = readMap(peer, 'ipBlock', context);
  if (block === null) return null;
  reportUnknown(block.node, ['cidr', 'except'], block.context);
  const written = readNode(block.node, 'cidr', block.context);
  const text = readString(block.node, 'cidr', block.context);
  if (written === null || text === '') {
    const range = written?.range ?? block.range;
    reportInvalid(enterField(block.context, 'cidr'), 'required', range, { expected: 'cidr' });
  }
  const cidr = text === null || text === '' ? null : parseCidr(text);
  if (written !== null && text !== null && text !== '' && cidr === null) {
    reportInvalid(written.context, 'value', written.range, { value: text, expected: 'CIDR' });
  }
  if (written !== null && cidr !== null) reportHostBits(written, text!, cidr);
  const excepts = (readStrings(block.node, 'except', block.context) ?? []).map((item) => ({
    text: item.text,
    cidr: readExcept(item.text, item.field, cidr, text ?? ''),
  }));
  return {
    type: 'addresses',
    addresses: subtractIps(
      cidr === null ? emptyIpSet : ipSetOf(cidr),
      uniteCidrs(excepts.flatMap((except) => except.cidr ?? [])),
    ),
    cidr: text ?? '',
    except: excepts.map((except) => except.text),
    origin,
  };
};

/** CIDR_HOST_BITS, info: the API server takes the whole network that the address is in; args `value`, `network`. */
const reportHostBits = ({ context, range }: FieldNode, value: string, cidr: Cidr): void => {
  const address = parseIpAddress(value.slice(0, value.indexOf('/')));
  if (address === null || address.value === cidr.first) return;
  const network = formatAsCidr(ipSetOf(cidr)) ?? value;
  reportProblem(context, 'CIDR_HOST_BITS', 'info', range, { value, network });
};

/** An except must be a strict part of the block: inside it, of its family, with a longer mask. */
const readExcept = (text: string, field: FieldNode, outer: Cidr | null, outerText: string): Cidr | null => {
  const except = parseCidr(text);
  if (except === null) {
    reportInvalid(field.context, 'value', field.range, { value: text, expected: 'CIDR' });
    return null;
  }
  reportHostBits(field, text, except);
  if (outer !== null && !isStrictPart(except, outer)) {
    reportInvalid(field.context, 'exceptOutside', field.range, { value: text, cidr: outerText });
  }
  return except;
};

const isStrictPart = (inner: Cidr, outer: Cidr): boolean =>
  inner.family === outer.family &&
  outer.first <= inner.first &&
  inner.first <= outer.last &&
  inner.prefix > outer.prefix;
