import { formatFlowReason } from '../../engine/index.ts';
import { askFlowReasons } from '../../store/actions/queryActions.ts';
import type { TakenFlows } from './formatFlowTable.ts';
import type { FlowItems } from './listFlowItems.ts';

/** So many lines go onto a clipboard; and so many of them with reasons, which the engine has to look for one by one. */
const most = 20_000;
const mostExplained = 2_000;

/** The first lines of the list, with their reasons when they are few. */
export async function takeFlows(list: FlowItems): Promise<TakenFlows> {
  const items = Array.from({ length: Math.min(list.count, most) }, (_, at) => list.at(at));
  const leftOut = list.count - items.length;
  if (items.length > mostExplained) return { items, reasons: null, leftOut };
  const answers = await askFlowReasons(items.map(({ from, to }) => ({ from: from.id, to: to.id })));
  const reasons = answers?.map((answer) => (answer === null ? '' : formatFlowReason(answer))) ?? null;
  return { items, reasons, leftOut };
}
