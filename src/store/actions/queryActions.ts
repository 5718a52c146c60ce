import type { FlowExplanation, Protocol } from '../../engine/index.ts';
import { OutdatedAnswer } from '../../worker/EngineClient.ts';
import type {
  AllowFlowArgs,
  EngineRequestName,
  EngineRequests,
  LayoutRequest,
  LayoutResult,
  NodeId,
  PlanPreview,
  PortOffer,
} from '../../worker/protocol.ts';
import { requireServices } from '../services.ts';

/** null: the text changed meanwhile; the component asks again when the new snapshot arrives. */
async function askOrNull<N extends EngineRequestName>(
  name: N,
  args: EngineRequests[N]['args'],
): Promise<EngineRequests[N]['result'] | null> {
  try {
    return await requireServices().engine.ask(name, args);
  } catch (error) {
    if (error instanceof OutdatedAnswer) return null;
    throw error;
  }
}

export const explainFlow = (
  from: NodeId,
  to: NodeId,
  port: { protocol: Protocol; port: number } | null,
): Promise<FlowExplanation | null> => askOrNull('explainFlow', { from, to, port });

export const askPortOffers = (to: NodeId): Promise<readonly PortOffer[] | null> => askOrNull('portOffers', { to });

export const previewAllow = (args: AllowFlowArgs): Promise<PlanPreview | null> => askOrNull('previewAllow', args);

export const previewRemove = (from: NodeId, to: NodeId): Promise<PlanPreview | null> =>
  askOrNull('previewRemove', { from, to });

/** Positions for the canvas, computed in the worker. */
export const askLayout = (request: LayoutRequest): Promise<LayoutResult | null> => askOrNull('layout', request);
