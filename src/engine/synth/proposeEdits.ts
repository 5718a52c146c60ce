import { aliasChoices } from '../edits/AliasChoice.ts';
import { refuse } from './EndPlan.ts';
import type { Intent } from './Intent.ts';
import { evaluatePlan } from './evaluatePlan.ts';
import { measureEffect } from './measureEffect.ts';
import { findSupposed } from './findSupposed.ts';
import type { Candidate, Candidates, Proposal, Proposals } from './Proposal.ts';
import type { PlanningBase } from './PlanningBase.ts';
import { findPlanner } from './planners.ts';
import { rankProposals } from './rankProposals.ts';

/** Evaluating an alternative costs about as much as an edit; more than these nobody compares. */
const mostAlternatives = 5;

/** A proposal with the evaluation that it rests on, so that what is applied can be compared with what was promised. */
export interface EvaluatedProposal {
  readonly proposal: Proposal;
  readonly breadth: number;
  readonly after: PlanningBase;
}

export interface EvaluatedProposals {
  readonly proposals: Proposals;
  readonly evaluated: readonly EvaluatedProposal[];
}

/**
 * The ways to realise an intent, each with what it writes and what it does to every flow: its plan is applied to the files
 * in memory and the new text evaluated. What does not realise the intent is left out. Nothing is written.
 */
export function proposeEdits(base: PlanningBase, intent: Intent): EvaluatedProposals {
  const supposed = findSupposed(base, intent);
  if (supposed !== null) return { proposals: refuse('SUPPOSED', { endpoint: supposed }), evaluated: [] };
  const { plan: findCandidates, holds, order } = findPlanner(intent.type);
  const planned = findAllCandidates(base, (one) => findCandidates(one, intent));
  if (!planned.ok) return { proposals: planned, evaluated: [] };
  const distinct = dropRepeated(planned.candidates).slice(0, mostAlternatives);
  const evaluated = distinct.flatMap((candidate, position): EvaluatedProposal[] => {
    const after = evaluatePlan(base, { ok: true, plan: candidate.plan });
    const held = after !== null && holds(base, after, intent);
    if (after === null || held === false) return [];
    const effect = { ...measureEffect(base, after, intent), isCertain: held === true };
    const { ways, plan, breadth } = candidate;
    return [{ proposal: { id: String(position), ways, plan, bytes: countBytes(candidate), effect }, breadth, after }];
  });
  if (evaluated.length === 0)
    return { proposals: refuse(intent.type === 'tidy' ? 'NOTHING_TO_TIDY' : 'NO_WAY'), evaluated: [] };
  const ranked = order === 'rank' ? rankProposals(evaluated) : evaluated;
  return {
    proposals: { ok: true, proposals: ranked.map(({ proposal }) => proposal) },
    evaluated: ranked,
  };
}

/**
 * Where text is shared through YAML anchors, each change that would reach others too comes in two ways: for all of them, and
 * for this place alone.
 */
function findAllCandidates(base: PlanningBase, find: (base: PlanningBase) => Candidates): Candidates {
  const plain = find(base);
  if (!base.manifests.files.some(({ source }) => hasAliases(source.text))) return plain;
  const shared = aliasChoices.flatMap((aliases): readonly Candidate[] => {
    const found = find({ ...base, aliases });
    return found.ok ? found.candidates.flatMap((candidate) => sayShared(candidate) ?? []) : [];
  });
  if (shared.length === 0) return plain;
  return { ok: true, candidates: [...(plain.ok ? plain.candidates : []), ...shared] };
}

const hasAliases = (text: string): boolean => text.includes('&') && /(?:^|[\s,[{])\*[^\s,[\]{}*]/m.test(text);

/** What is said of a candidate that deals with aliases; null: it has none to deal with. */
function sayShared(candidate: Candidate): Candidate | null {
  const { shared } = candidate.plan;
  if (!shared) return null;
  const args = { anchors: shared.anchors.map((name) => `&${name}`).join(', ') };
  const code = shared.choice === 'everywhere' ? 'ALIASES_EVERYWHERE' : 'ALIASES_HERE';
  return { ...candidate, ways: [...candidate.ways, { code, args }] };
}

function dropRepeated(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ plan: { edits, files } }) => {
    const key = JSON.stringify([edits, files]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const countBytes = ({ plan: { edits, files } }: Candidate): number =>
  edits.reduce((sum, { range, text }) => sum + range.end - range.start + text.length, 0) +
  files.reduce((sum, file) => sum + (file.type === 'create' ? file.text.length : 0), 0);
