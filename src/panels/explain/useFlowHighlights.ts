import { useEffect } from 'react';
import type { EndReason, FileRange } from '../../engine/index.ts';
import { setHighlights } from '../../store/actions/editorActions.ts';
import { usePolder } from '../../store/store.ts';
import { useExplanation } from './useExplanation.ts';

const linesOf = (end: EndReason): readonly FileRange[] =>
  end.admitting.map(({ rule }) => ({ file: rule.file, ...rule.range }));

/** While a flow is selected, the rules that admit it at both ends are highlighted in the editor. */
export function useFlowHighlights(): void {
  const selection = usePolder((state) => state.selection);
  const explanation = useExplanation(
    selection?.type === 'flow' ? { from: selection.from, to: selection.to, port: null } : null,
  );
  useEffect(() => {
    setHighlights(explanation === null ? [] : [...linesOf(explanation.egress), ...linesOf(explanation.ingress)]);
  }, [explanation]);
}
