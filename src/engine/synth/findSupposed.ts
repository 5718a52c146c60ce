import { isSupposedNamespace, supposedKind } from '../policy/supposeWorkloads.ts';
import type { Intent, IntentTarget } from './Intent.ts';
import type { PlanningBase } from './PlanningBase.ts';

/** What an intent is about that no text can be written for, because it is only supposed; null: nothing is. */
export function findSupposed({ connectivity: { cluster } }: PlanningBase, intent: Intent): string | null {
  if (cluster.imported === undefined) return null;
  return (
    listNamespaces(intent).find(isSupposedNamespace) ??
    listObjects(intent).find((id) => id.split('/')[1] === supposedKind) ??
    null
  );
}

function listNamespaces(intent: Intent): readonly string[] {
  switch (intent.type) {
    case 'allow':
    case 'deny':
      return [...intent.from, ...intent.to].map(toNamespace);
    case 'isolate':
    case 'open':
      return [toNamespace(intent.target)];
    case 'create':
      return intent.object.kind === 'Namespace' ? [] : [intent.object.namespace];
    default:
      return [];
  }
}

const toNamespace = (target: IntentTarget): string =>
  target.type === 'namespace' ? target.name : target.type === 'node' ? (target.id.split('/')[0] ?? '') : '';

/** Objects that are to be changed themselves. A namespace has its name alone. */
function listObjects(intent: Intent): readonly string[] {
  if (intent.type === 'delete') return intent.objects;
  return intent.type === 'rename' || intent.type === 'relabel' ? [intent.object] : [];
}
