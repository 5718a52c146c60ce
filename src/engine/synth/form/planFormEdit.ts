import type { AliasChoice } from '../../edits/AliasChoice.ts';
import { detectTextStyle } from '../../edits/detectTextStyle.ts';
import type { PlanResult } from '../../edits/EditPlan.ts';
import type { IsolationStep, TreeStep } from '../../edits/planTreeSteps.ts';
import { findRoute, followRoute } from '../../edits/Route.ts';
import type { ObjectId } from '../../manifest/KubernetesObject.ts';
import type { ManifestSet } from '../../manifest/ManifestSet.ts';
import type { SourceMap } from '../../manifest/SourceNode.ts';
import { assemblePlan } from '../assemblePlan.ts';
import { refuse } from '../EndPlan.ts';
import { checkFormEdit } from './checkFormEdit.ts';
import { findEditRoutes } from './findEditRoutes.ts';
import { formatEditLabel } from './formatEditLabel.ts';
import { formShape } from './formShape.ts';
import type { ObjectStep } from './formSlots.ts';
import { findValue } from './readFormItems.ts';
import { findMapIn, findBlock, findFormText, readPolicyForm } from './readPolicyForm.ts';
import type { FormEdit } from './PolicyForm.ts';
import {
  addItemSteps,
  addRuleSteps,
  isolationSteps,
  openListSteps,
  removeItemSteps,
  removeRuleSteps,
  setBlockSteps,
  setPortSteps,
  setScopeSteps,
  toPeerValue,
  toPortValue,
} from './ruleSteps.ts';
import { addRequirementSteps, removeRequirementSteps, setRequirementSteps } from './selectorSteps.ts';

/**
 * One change of a field as the smallest change of the policy's text. It writes nothing that the API server would not take, and
 * never lets an empty list mean "anyone" or "every port". Refusals:
 * FORM_OUTDATED (the policy has another shape now), DOCUMENT_STALE, NOTHING_TO_CHANGE, WOULD_OPEN, LAST_TYPE,
 * KEY_TAKEN, those of `checkFormEdit` and those of the text.
 */
export function planFormEdit(
  manifests: ManifestSet,
  id: ObjectId,
  edit: FormEdit,
  { shape, aliases }: FormEditOptions = {},
): PlanResult {
  const text = findFormText(manifests, id);
  const form = readPolicyForm(manifests, id);
  if (text === null || form === null) return refuse('DOCUMENT_STALE', { endpoint: id });
  if (shape !== undefined && shape !== formShape(form)) return refuse('FORM_OUTDATED');
  const refusal = findBlock(text) ?? checkFormEdit(manifests, form, edit);
  if (refusal) return refusal;
  const { object, file, document } = text;
  const own = document.root && findRoute(document.root, object.source.node);
  if (!own) return refuse('ALIASED', { file: file.source.path });
  const style = detectTextStyle(file.source.text, [object.source.node]);
  const isolations = findEditRoutes(form, edit).map((route): IsolationStep => ({ isolate: () => [...own, ...route] }));
  const steps = listSteps(edit).map((step): TreeStep => (root) => {
    const map = followRoute(root, own);
    return map ? step(map) : 'UNVERIFIED';
  });
  return assemblePlan(
    { manifests, ...(aliases && { aliases }) },
    [{ type: 'steps', file, document, steps: [...isolations, ...steps], style }],
    {
      label: formatEditLabel(form, edit),
    },
  );
}

export interface FormEditOptions {
  /** Of the form that the edit was made on (`formShape`). */
  readonly shape?: string;
  /** Without it, what is shared through YAML anchors is refused as ALIASED. */
  readonly aliases?: AliasChoice | undefined;
}

function listSteps(edit: FormEdit): readonly ObjectStep[] {
  switch (edit.type) {
    case 'setName':
      return [(object) => setName(object, edit.name)];
    case 'setIsolation':
      return isolationSteps(edit);
    case 'addRequirement':
      return addRequirementSteps(edit);
    case 'setRequirement':
      return setRequirementSteps(edit);
    case 'removeRequirement':
      return removeRequirementSteps(edit);
    case 'addRule':
      return addRuleSteps(edit);
    case 'removeRule':
      return removeRuleSteps(edit);
    case 'openPeers':
      return openListSteps(edit, 'peers');
    case 'openPorts':
      return openListSteps(edit, 'ports');
    case 'addPeer':
      return addItemSteps(edit, 'peers', toPeerValue(edit.peer));
    case 'addPort':
      return addItemSteps(edit, 'ports', toPortValue(edit.port));
    case 'removePeer':
      return removeItemSteps(edit, 'peers');
    case 'removePort':
      return removeItemSteps(edit, 'ports');
    case 'setBlock':
      return setBlockSteps(edit);
    case 'setScope':
      return setScopeSteps(edit);
    case 'setPort':
      return setPortSteps(edit);
  }
}

function setName(object: SourceMap, name: string) {
  const metadata = findMapIn(object, 'metadata');
  const old = metadata && findValue(metadata, 'name');
  if (old?.type === 'scalar' && old.value === name) return [];
  return metadata ? [{ type: 'setValue', map: metadata, key: 'name', value: name } as const] : 'DOCUMENT_STALE';
}
