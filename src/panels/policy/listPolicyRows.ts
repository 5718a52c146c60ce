import { groupBy } from '../groupBy.ts';
import type { KindCount, PolicyView, Problem, WorkspaceSnapshot } from '../../engine/index.ts';
import { nameOf } from '../node/Endpoint.ts';

interface RowBase {
  readonly id: string;
  readonly level: number;
  readonly label: string;
  readonly expanded: boolean | null;
}

export type PolicyRow = RowBase &
  (
    | { readonly type: 'group'; readonly count: number; readonly tone: 'plain' | 'warning' }
    | { readonly type: 'policy'; readonly policy: PolicyView }
    | { readonly type: 'invalid'; readonly problem: Problem }
    | { readonly type: 'notEvaluated'; readonly kind: KindCount }
  );

/**
 * Objects that are left out of the evaluation because something in them is wrong; each once. (An object that is written
 * twice is no loss: its last text counts.)
 */
export function listInvalid(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ excluded, severity }) => {
    if (excluded === undefined || severity !== 'error' || seen.has(excluded)) return false;
    seen.add(excluded);
    return true;
  });
}

export const isPolicyProblem = ({ excluded, code }: Problem): boolean =>
  code === 'POLICY_INVALID' || (excluded?.includes('/NetworkPolicy/') ?? false);

/** Policies by namespace; after them those that do not count: invalid ones and kinds that are not evaluated. */
export function listPolicyRows(snapshot: WorkspaceSnapshot, closed: ReadonlySet<string>): readonly PolicyRow[] {
  const rows: PolicyRow[] = [];
  const addGroup = (id: string, label: string, tone: 'plain' | 'warning', members: readonly PolicyRow[]) => {
    if (members.length === 0) return;
    const expanded = !closed.has(id);
    rows.push({ type: 'group', id, level: 1, label, expanded, count: members.length, tone });
    if (expanded) rows.push(...members);
  };
  const byNamespace = groupBy(snapshot.policies, ({ namespace }) => namespace);
  for (const namespace of [...byNamespace.keys()].sort()) {
    const members = (byNamespace.get(namespace) ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
    addGroup(
      `namespace:${namespace}`,
      namespace,
      'plain',
      members.map((policy) => ({
        type: 'policy',
        id: policy.id,
        level: 2,
        label: policy.name,
        expanded: null,
        policy,
      })),
    );
  }
  addGroup(
    'invalid',
    'Invalid, left out',
    'warning',
    listInvalid(snapshot.problems)
      .filter(isPolicyProblem)
      .map((problem) => {
        const id = problem.excluded ?? '';
        return { type: 'invalid', id: `invalid:${id}`, level: 2, label: nameOf(id), expanded: null, problem };
      }),
  );
  addGroup(
    'notEvaluated',
    'Not evaluated yet',
    'warning',
    snapshot.notEvaluated.map((kind) => ({
      type: 'notEvaluated',
      id: `kind:${kind.apiVersion}/${kind.kind}`,
      level: 2,
      label: kind.kind,
      expanded: null,
      kind,
    })),
  );
  return rows;
}
