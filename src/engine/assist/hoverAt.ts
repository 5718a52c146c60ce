import { formatSelector } from '../labels/formatSelector.ts';
import type { FilePath } from '../manifest/SourceFile.ts';
import type { AssistBase } from './AssistBase.ts';
import { describeBlock } from './describeBlock.ts';
import { describeNamedPort } from './describePorts.ts';
import {
  findPeerPods,
  findServicePods,
  findSubjectPods,
  matchCandidates,
  matchSubject,
  type Selection,
} from './findSelection.ts';
import { findPolicyAt } from './findPolicyAt.ts';
import type { Hover, HoverFact } from './Hover.ts';
import { listPolicyFlows } from './listPolicyFlows.ts';
import { countPods, listWorkloads } from './nameWorkloads.ts';
import { nodeOf } from './Place.ts';
import { readChild } from './readFieldText.ts';
import { resolvePlace, type ResolvedPlace } from './resolvePlace.ts';

/** Names and flows that one hover lists at most. */
const shown = 12;

/**
 * What the word at an offset is for and what it means for the workspace as it is: whom a selector matches, what a rule
 * allows, what an ipBlock covers, which port a name stands for. Null where there is nothing to say.
 */
export const hoverAt = (base: AssistBase, file: FilePath, offset: number): Hover | null => {
  const resolved = resolvePlace(base, file, offset);
  if (resolved === null || resolved.place.scalar === null) return null;
  const facts = [
    ...describeSelection(base, resolved),
    ...describeBlocks(base, resolved),
    ...describePort(base, resolved),
    ...describePolicy(base, resolved),
    ...describeField(resolved),
  ];
  if (facts.length === 0) return null;
  const approximate = !resolved.document.exact && facts.some(({ code }) => code !== 'field');
  return {
    range: resolved.place.scalar.range,
    facts: approximate ? [...facts, { code: 'approximate' }] : facts,
  };
};

const describeField = ({ place, schemas }: ResolvedPlace): readonly HoverFact[] => {
  const schema = schemas.at(-1);
  const name = place.steps.findLast((step) => step.type === 'field')?.name;
  if (!schema || schema.doc === '' || name === undefined) return [];
  return [
    { code: 'field', name, type: schema.type, doc: schema.doc, values: schema.values ?? schema.items?.values ?? [] },
  ];
};

const describeSelection = (base: AssistBase, { selection }: ResolvedPlace): readonly HoverFact[] =>
  selection === null ? [] : [toFact(base, selection)];

const toFact = (base: AssistBase, { selector, candidates }: Selection): HoverFact => {
  if (selector === null) return { code: 'invalid' };
  const matched = matchCandidates(base, candidates, selector);
  const text = formatSelector(selector);
  if (matched.type === 'namespaces') {
    const names = matched.namespaces.map(({ name }) => name);
    const maybe = matched.maybe.map(({ name }) => name);
    return { code: 'namespaces', selector: text, names: names.slice(0, shown), total: names.length, pods: null, maybe };
  }
  const names = listWorkloads(base.cluster, matched.pods);
  return {
    code: 'workloads',
    selector: text,
    names: names.slice(0, shown),
    total: names.length,
    pods: countPods(matched.pods),
    maybe: listWorkloads(base.cluster, matched.maybe).filter((id) => !names.includes(id)),
  };
};

const describeBlocks = ({ cluster }: AssistBase, { place }: ResolvedPlace): readonly HoverFact[] => {
  const block = place.steps.find((step) => step.type === 'field' && step.name === 'ipBlock');
  const fact = block === undefined ? null : describeBlock(cluster, block.node);
  return fact === null ? [] : [fact];
};

/** A port's name in a policy's rule or in a Service. */
const describePort = (base: AssistBase, { place, schemas }: ResolvedPlace): readonly HoverFact[] => {
  const role = schemas.at(-1)?.role;
  const { object } = place;
  const node = nodeOf(place);
  if (object === null || node?.type !== 'scalar' || typeof node.value !== 'string') return [];
  if (role === 'targetPort') return [describeNamedPort(findServicePods(base, object), node.value)];
  if (role !== 'rulePort') return [];
  const [, direction, rule] = place.steps;
  const isEgress = direction?.type === 'field' && direction.name === 'egress';
  const pods = isEgress
    ? findPeerPods(base, object, readChild(rule?.node ?? null, 'to'))
    : findSubjectPods(base, object);
  return [describeNamedPort(pods, node.value)];
};

const headFields = ['apiVersion', 'kind', 'metadata', 'spec', 'policyTypes', 'ingress', 'egress'];

/** At the head of a policy all of it; at a rule's own fields that rule. */
const describePolicy = (base: AssistBase, { document, place, selection }: ResolvedPlace): readonly HoverFact[] => {
  const policy = place.object === null ? null : findPolicyAt(base, document.file, place.object);
  if (policy === null || selection !== null) return [];
  const [first, second, third, fourth] = place.steps;
  const fields = [first, second].filter((step) => step !== undefined);
  if (third?.type === 'item' && second?.type === 'field' && place.steps.length <= 4) {
    const isOwn = fourth === undefined || (fourth.type === 'field' && ['from', 'to', 'ports'].includes(fourth.name));
    const direction = second.name === 'egress' ? 'egress' : 'ingress';
    if (!isOwn || (second.name !== 'egress' && second.name !== 'ingress')) return [];
    const flows = listPolicyFlows(base, policy.id, { direction, index: third.index });
    return [
      {
        code: 'rule',
        direction,
        number: third.index + 1,
        flows: flows.slice(0, shown),
        total: flows.length,
        effective: policy.isolates.includes(direction),
      },
    ];
  }
  const isHead =
    place.steps.length <= 2 &&
    fields.every((step) => step.type === 'field' && [...headFields, 'name', 'namespace'].includes(step.name));
  if (!isHead) return [];
  const subject = matchSubject(base, place.object!);
  const selects = listWorkloads(base.cluster, subject.pods);
  return [
    {
      code: 'policy',
      isolates: policy.isolates,
      selects: selects.slice(0, shown),
      total: selects.length,
      maybe: listWorkloads(base.cluster, subject.maybe).filter((id) => !selects.includes(id)),
      flows: listPolicyFlows(base, policy.id).length,
    },
  ];
};
