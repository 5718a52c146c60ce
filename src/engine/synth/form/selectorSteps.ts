import type { RefusalCode } from '../../edits/EditPlan.ts';
import type { TreeChange } from '../../edits/TreeChange.ts';
import type { LabelRequirement, LabelSelector } from '../../labels/LabelSelector.ts';
import { listEntries, toKeyText } from '../../manifest/findEntry.ts';
import { resolveAlias } from '../../manifest/resolveAlias.ts';
import type { SourceMap } from '../../manifest/SourceNode.ts';
import { toRequirementValue } from '../toRuleValue.ts';
import {
  addInside,
  findSelector,
  removeInside,
  removeItemInside,
  setField,
  setInside,
  setTexts,
  stateSpec,
  type ObjectStep,
  type Slot,
} from './formSlots.ts';
import type { FormEditOf, FormRequirement, FormSelector, FormSelectorPlace } from './PolicyForm.ts';
import { findValue, readItems, readSelector } from './readFormItems.ts';

const isExpression = (requirement: FormRequirement): requirement is LabelRequirement =>
  requirement.operator !== 'Equals';

/** Of two requirements on one key that are entries of matchLabels the last counts, as in a map. */
export const toLabelSelector = ({ requirements }: FormSelector): LabelSelector => ({
  matchLabels: Object.fromEntries(
    requirements.flatMap(({ key, operator, values }) => (operator === 'Equals' ? [[key, values[0] ?? '']] : [])),
  ),
  matchExpressions: requirements.filter(isExpression),
});

/** The step with the selector's slot as it then is. */
const inSelector =
  (place: FormSelectorPlace, step: (slot: Slot) => readonly TreeChange[] | RefusalCode): ObjectStep =>
  (object) => {
    const slot = findSelector(object, place);
    return slot ? step(slot) : 'DOCUMENT_STALE';
  };

export const addRequirementSteps = ({ selector, requirement }: FormEditOf<'addRequirement'>): readonly ObjectStep[] => [
  ...(selector.of === 'subject' ? [stateSpec] : []),
  inSelector(selector, (slot) => addRequirement(slot, requirement)),
];

function addRequirement(slot: Slot, requirement: FormRequirement): readonly TreeChange[] | RefusalCode {
  if (isExpression(requirement)) return [addInside(slot, 'matchExpressions', [toRequirementValue(requirement)])];
  const { key, values } = requirement;
  const [value = ''] = values;
  const labels = findLabels(slot);
  if (labels === null || labels.entries.length === 0) return [setInside(slot, 'matchLabels', { [key]: value })];
  return findValue(labels, key) === null ? [setField(labels, key, value)] : 'KEY_TAKEN';
}

export const removeRequirementSteps = ({
  selector,
  position,
}: FormEditOf<'removeRequirement'>): readonly ObjectStep[] => [
  inSelector(selector, (slot) => removeRequirement(slot, position)),
];

function removeRequirement(slot: Slot, position: number): readonly TreeChange[] | RefusalCode {
  const labels = findLabels(slot);
  const keys = listKeys(labels);
  const key = keys[position];
  if (key === undefined) return removeItemInside(slot, 'matchExpressions', position - keys.length);
  return labels && keys.length > 1 ? [{ type: 'removeEntry', map: labels, key }] : removeInside(slot, 'matchLabels');
}

/** In place where the kind of requirement stays, else the new one first and then the old one away. */
export function setRequirementSteps({
  selector,
  position,
  requirement,
}: FormEditOf<'setRequirement'>): readonly ObjectStep[] {
  const change = (part: (old: FormRequirement, slot: Slot) => readonly TreeChange[] | RefusalCode): ObjectStep =>
    inSelector(selector, (slot) => {
      const form = slot.value ? readSelector(slot.value) : null;
      const old = form?.requirements[position];
      return old ? part(old, slot) : 'DOCUMENT_STALE';
    });
  const isLabel = requirement.operator === 'Equals';
  const staysKind = ({ operator }: FormRequirement): boolean => (operator === 'Equals') === isLabel;
  // Looked at before any step: after the first one the position may be another requirement's.
  let moved = false;
  return [
    change((old, slot) => {
      moved = !staysKind(old);
      if (!moved) return isLabel ? setLabelKey(slot, old, requirement) : setExpressionKey(slot, position, requirement);
      return addRequirement(slot, requirement);
    }),
    inSelector(selector, (slot) => {
      if (!moved) return [];
      // A new entry of matchLabels stands before all of matchExpressions.
      return removeRequirement(slot, isLabel ? position + 1 : position);
    }),
    ...(isLabel
      ? [change((old, slot) => (moved ? [] : setLabelValue(slot, old, requirement)))]
      : [
          change((old, slot) => (moved ? [] : setOperator(slot, position, old, requirement))),
          change((old, slot) => (moved ? [] : setValues(slot, position, old, requirement))),
        ]),
  ];
}

function setLabelKey(slot: Slot, old: FormRequirement, { key }: FormRequirement): readonly TreeChange[] | RefusalCode {
  const labels = findLabels(slot);
  if (labels === null || old.key === key) return [];
  return findValue(labels, key) === null ? [{ type: 'setKey', map: labels, key: old.key, to: key }] : 'KEY_TAKEN';
}

function setLabelValue(
  slot: Slot,
  old: FormRequirement,
  { key, values: [value = ''] }: FormRequirement,
): readonly TreeChange[] {
  const labels = findLabels(slot);
  return labels === null || old.values[0] === value ? [] : [setField(labels, key, value)];
}

function setExpressionKey(slot: Slot, position: number, { key }: FormRequirement): readonly TreeChange[] {
  const item = findExpression(slot, position);
  const old = item && findValue(item, 'key');
  return item && old?.type === 'scalar' && old.text !== key
    ? [{ type: 'setValue', map: item, key: 'key', value: key }]
    : [];
}

function setOperator(
  slot: Slot,
  position: number,
  old: FormRequirement,
  { operator }: FormRequirement,
): readonly TreeChange[] {
  const item = findExpression(slot, position);
  return item === null || old.operator === operator
    ? []
    : [{ type: 'setValue', map: item, key: 'operator', value: operator }];
}

function setValues(
  slot: Slot,
  position: number,
  old: FormRequirement,
  { values }: FormRequirement,
): readonly TreeChange[] {
  const item = findExpression(slot, position);
  if (item === null) return [];
  if (values.length === 0) return old.values.length === 0 ? [] : [{ type: 'removeEntry', map: item, key: 'values' }];
  return old.values.length === 0
    ? [setField(item, 'values', values, 'operator')]
    : setTexts(item, 'values', old.values, values);
}

function findLabels({ value }: Slot): SourceMap | null {
  const labels = value?.type === 'map' ? findValue(value, 'matchLabels') : null;
  return labels?.type === 'map' ? labels : null;
}

const listKeys = (labels: SourceMap | null): readonly string[] =>
  labels === null ? [] : listEntries(labels).map(({ key }) => toKeyText(key));

/** The item of matchExpressions that the requirement at a position is. */
function findExpression(slot: Slot, position: number): SourceMap | null {
  const { value } = slot;
  if (value?.type !== 'map') return null;
  const item = readItems(value, 'matchExpressions')[position - listKeys(findLabels(slot)).length];
  const map = item ? resolveAlias(item) : null;
  return map?.type === 'map' ? map : null;
}
