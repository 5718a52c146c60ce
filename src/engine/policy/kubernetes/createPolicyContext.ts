import type { PolicyObject } from '../../manifest/KubernetesObject.ts';
import { listEntries, toKeyText } from '../../manifest/findEntry.ts';
import type { Problem } from '../../manifest/Problem.ts';
import { enterField, reportProblem } from '../../manifest/ReadContext.ts';
import type { ReadContext } from '../../manifest/ReadContext.ts';
import type { TextRange } from '../../manifest/SourceFile.ts';
import type { SourceMap } from '../../manifest/SourceNode.ts';
import { suggestField } from './suggestField.ts';

/**
 * Why the API server would reject a policy: `args.reason` of POLICY_INVALID.
 * - type: `args.expected` type, `args.actual` · value: `args.value` is not one of what `args.expected` says
 * - required: the field, or one of the fields in `args.expected`, is missing
 * - forbidden: the field cannot stand beside `args.with` · tooMany: more than `args.expected` items
 * - endPortOrder: endPort below port · exceptOutside: an except that is no strict part of `args.cidr`
 */
export type InvalidReason = 'type' | 'value' | 'required' | 'forbidden' | 'tooMany' | 'endPortOrder' | 'exceptOutside';

/** POLICY_INVALID at a field. */
export const reportInvalid = (
  context: ReadContext,
  reason: InvalidReason,
  range: TextRange,
  args: Problem['args'] = {},
): void => reportProblem(context, 'POLICY_INVALID', 'error', range, { reason, ...args });

/**
 * FIELD_UNKNOWN for each field that the API does not know. The API server would drop it and take the rest, so it counts
 * as absent here; `kubectl apply` rejects it by default. `args.suggestion`: what was most likely meant.
 */
export const reportUnknown = (map: SourceMap, known: readonly string[], context: ReadContext): void => {
  for (const { key } of listEntries(map)) {
    const field = toKeyText(key);
    if (known.includes(field)) continue;
    const suggestion = suggestField(field, known);
    reportProblem(enterField(context, field), 'FIELD_UNKNOWN', 'warning', key.range, {
      ...(suggestion === null ? {} : { suggestion }),
    });
  }
};

const selectorFields = ['matchLabels', 'matchExpressions', 'key', 'operator', 'values'];

/** A field path's last name: `values` of `spec.podSelector.matchExpressions[0].values`. */
const toLastField = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/**
 * The context of a policy's root. Whatever its readers report says which policy it is; an error makes the policy invalid:
 * `isValid` is then false, and the problem says that the policy is left out.
 */
export const createPolicyContext = (
  object: PolicyObject,
  report: (problem: Problem) => void,
): { readonly context: ReadContext; readonly isValid: () => boolean } => {
  let valid = true;
  const context: ReadContext = {
    file: object.source.file,
    path: '',
    report: (problem) => {
      const args = { ...problem.args, policy: object.id };
      if (problem.severity === 'error') {
        valid = false;
        const reason = problem.code === 'FIELD_TYPE' ? 'type' : 'value';
        report({ ...problem, code: 'POLICY_INVALID', args: { reason, ...args }, excluded: object.id });
      } else if (problem.code === 'FIELD_UNKNOWN' && problem.args['suggestion'] === undefined) {
        // Selectors are read by the manifest layer, which does not suggest.
        const suggestion = suggestField(toLastField(String(problem.args['field'])), selectorFields);
        report({ ...problem, args: suggestion === null ? args : { ...args, suggestion } });
      } else {
        report({ ...problem, args });
      }
    },
  };
  return { context, isValid: () => valid };
};
