import type { RefusalCode } from '../../edits/EditPlan.ts';
import type { TreeChange } from '../../edits/TreeChange.ts';
import type { YamlValue } from '../../edits/YamlValue.ts';
import { resolveAlias } from '../../manifest/resolveAlias.ts';
import type { SourceMap } from '../../manifest/SourceNode.ts';
import type { Direction } from '../../policy/PolicyRule.ts';
import { toSelectorValue } from '../toRuleValue.ts';
import {
  addInside,
  fieldSlot,
  findItem,
  findRule,
  findSpec,
  removeInside,
  setField,
  setInside,
  setTexts,
  stateSpec,
  type ObjectStep,
  type Slot,
} from './formSlots.ts';
import type { FormEditOf, FormPeer, FormPort, FormItemPlace, FormRulePlace } from './PolicyForm.ts';
import { findValue, readBlock, readItems, readPort } from './readFormItems.ts';
import { peerKeyOf } from './readPolicyForm.ts';
import { toLabelSelector } from './selectorSteps.ts';
import { policyTypes } from '../../policy/policyTypes.ts';

export function toPeerValue(peer: FormPeer): YamlValue {
  if (peer.type === 'addresses') {
    return { ipBlock: { cidr: peer.cidr, ...(peer.except.length > 0 && { except: peer.except }) } };
  }
  return {
    ...(peer.namespaces && { namespaceSelector: toSelectorValue(toLabelSelector(peer.namespaces)) }),
    ...(peer.pods && { podSelector: toSelectorValue(toLabelSelector(peer.pods)) }),
  };
}

export const toPortValue = ({ protocol, port, endPort }: FormPort): YamlValue => ({
  protocol: protocol ?? 'TCP',
  ...(port !== null && { port }),
  ...(endPort !== null && { endPort }),
});

export const isolationSteps = ({ direction, isolates }: FormEditOf<'setIsolation'>): readonly ObjectStep[] => [
  stateSpec,
  (object) => {
    const spec = findSpec(object);
    if (spec === null) return 'DOCUMENT_STALE';
    const written = readItems(spec, 'policyTypes').map((item) => {
      const value = resolveAlias(item);
      return value.type === 'scalar' ? value.text : '';
    });
    const name = policyTypes[direction];
    if (written.length === 0) return stateTypes(spec, { direction, isolates });
    if (isolates === written.includes(name)) return [];
    if (isolates) return [{ type: 'addItems', map: spec, key: 'policyTypes', items: [name] }];
    if (written.every((type) => type === name)) return 'LAST_TYPE';
    const positions = written.flatMap((type, position) => (type === name ? [position] : []));
    return [{ type: 'removeItems', map: spec, key: 'policyTypes', positions, whenEmpty: 'empty' }];
  },
];

const hasRules = (spec: SourceMap, direction: Direction): boolean => readItems(spec, direction).length > 0;

/** The types that go without saying, with one changed, written out. */
function stateTypes(
  spec: SourceMap,
  { direction, isolates }: { readonly direction: Direction; readonly isolates: boolean },
): readonly TreeChange[] | RefusalCode {
  const before = { ingress: true, egress: hasRules(spec, 'egress') };
  const after = { ...before, [direction]: isolates };
  if (!after.ingress && !after.egress) return 'LAST_TYPE';
  const types = (['ingress', 'egress'] as const).flatMap((one) => (after[one] ? [policyTypes[one]] : []));
  return before[direction] === isolates ? [] : [setField(spec, 'policyTypes', types, 'podSelector')];
}

export const addRuleSteps = ({ direction, peers, ports }: FormEditOf<'addRule'>): readonly ObjectStep[] => [
  (object) => {
    const rule = {
      ...(peers && { [peerKeyOf(direction)]: peers.map(toPeerValue) }),
      ...(ports && { ports: ports.map(toPortValue) }),
    };
    return [addInside(fieldSlot(object, 'spec'), direction, [rule])];
  },
];

/** The last egress rule takes Egress along where the types are not written; so they are written first. */
export const removeRuleSteps = ({ direction, rule }: FormEditOf<'removeRule'>): readonly ObjectStep[] => [
  (object) => {
    const spec = findSpec(object);
    if (spec === null) return 'DOCUMENT_STALE';
    const isImplied = direction === 'egress' && readItems(spec, 'policyTypes').length === 0;
    return isImplied && readItems(spec, 'egress').length === 1
      ? [setField(spec, 'policyTypes', ['Ingress', 'Egress'], 'podSelector')]
      : [];
  },
  (object) => {
    const spec = findSpec(object);
    return spec === null || readItems(spec, direction)[rule] === undefined
      ? 'DOCUMENT_STALE'
      : [{ type: 'removeItems', map: spec, key: direction, positions: [rule], whenEmpty: 'empty' }];
  },
];

const inRule =
  (place: FormRulePlace, step: (rule: Slot) => readonly TreeChange[] | RefusalCode): ObjectStep =>
  (object) => {
    const rule = findRule(object, place);
    return rule ? step(rule) : 'DOCUMENT_STALE';
  };

type List = 'peers' | 'ports';

const keyOf = (list: List, direction: Direction): string => (list === 'peers' ? peerKeyOf(direction) : 'ports');

export const addItemSteps = (place: FormRulePlace, list: List, value: YamlValue): readonly ObjectStep[] => [
  inRule(place, (rule) => [addInside(rule, keyOf(list, place.direction), [value])]),
];

export const removeItemSteps = (place: FormItemPlace, list: List): readonly ObjectStep[] => [
  inRule(place, (rule) => {
    const key = keyOf(list, place.direction);
    const map = rule.value?.type === 'map' ? rule.value : null;
    const count = readItems(map, key).length;
    if (map === null || place.item >= count) return 'DOCUMENT_STALE';
    return count === 1
      ? 'WOULD_OPEN'
      : [{ type: 'removeItems', map, key, positions: [place.item], whenEmpty: 'empty' }];
  }),
];

export const openListSteps = (place: FormRulePlace, list: List): readonly ObjectStep[] => [
  inRule(place, (rule) => removeInside(rule, keyOf(list, place.direction))),
];

/** The steps with the item's map as it then is. */
const inItem =
  (
    place: FormItemPlace,
    list: List,
    step: (item: Slot, map: SourceMap) => readonly TreeChange[] | RefusalCode,
  ): ObjectStep =>
  (object) => {
    const item = findItem(object, place, list);
    return item?.value?.type === 'map' ? step(item, item.value) : 'DOCUMENT_STALE';
  };

export function setBlockSteps(edit: FormEditOf<'setBlock'>): readonly ObjectStep[] {
  const { cidr, except } = edit.block;
  const inBlock = (
    step: (block: SourceMap, old: { cidr: string; except: readonly string[] }) => readonly TreeChange[],
  ) =>
    inItem(edit, 'peers', (_, peer) => {
      const block = findValue(peer, 'ipBlock');
      const old = readBlock(block);
      return block?.type === 'map' && old ? step(block, old) : 'DOCUMENT_STALE';
    });
  return [
    inBlock((block, old) => (old.cidr === cidr ? [] : [setField(block, 'cidr', cidr)])),
    inBlock((block, old) => {
      if (except.length === 0)
        return old.except.length === 0 ? [] : [{ type: 'removeEntry', map: block, key: 'except' }];
      return old.except.length === 0
        ? [setField(block, 'except', except, 'cidr')]
        : setTexts(block, 'except', old.except, except);
    }),
  ];
}

export const setScopeSteps = (edit: FormEditOf<'setScope'>): readonly ObjectStep[] => [
  // A peer needs one of the two selectors.
  inItem(edit, 'peers', (_, peer) =>
    edit.scope === 'own' && findValue(peer, 'podSelector') === null ? [setField(peer, 'podSelector', {})] : [],
  ),
  inItem(edit, 'peers', (slot, peer) =>
    edit.scope === 'own' ? removeInside(slot, 'namespaceSelector') : [setField(peer, 'namespaceSelector', {})],
  ),
];

export function setPortSteps(edit: FormEditOf<'setPort'>): readonly ObjectStep[] {
  const { protocol, port, endPort } = edit.port;
  const inPort = (step: (slot: Slot, old: FormPort) => readonly TreeChange[]): ObjectStep =>
    inItem(edit, 'ports', (slot, map) => {
      const old = readPort(map);
      return old ? step(slot, old) : 'DOCUMENT_STALE';
    });
  const isEveryPort = port === null;
  return [
    inPort((slot, old) => {
      const isSame = (old.protocol ?? 'TCP') === (protocol ?? 'TCP');
      // An item needs something in it; the protocol then says what goes without saying.
      const isNeeded = isEveryPort && old.protocol === null && old.port !== null;
      return isSame && !isNeeded ? [] : [setInside(slot, 'protocol', protocol ?? 'TCP')];
    }),
    inPort((slot, old) => (endPort === null && old.endPort !== null ? removeInside(slot, 'endPort') : [])),
    inPort((slot, old) => {
      if (old.port === port) return [];
      return isEveryPort ? removeInside(slot, 'port') : [setInside(slot, 'port', port, 'protocol')];
    }),
    inPort((slot, old) =>
      endPort === null || old.endPort === endPort ? [] : [setInside(slot, 'endPort', endPort, 'port')],
    ),
  ];
}
