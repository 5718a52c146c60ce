import type {
  BlastRadius,
  FlowExplanation,
  FlowPair,
  FlowReason,
  Intent,
  ObjectId,
  PolicyExplanation,
  Proposals,
  Protocol,
  SourceFile,
} from '../../engine/index.ts';
import { OutdatedAnswer } from '../../worker/EngineClient.ts';
import { unpackLayout } from '../../worker/layout/packLayout.ts';
import type {
  EngineRequestName,
  EngineRequests,
  LayoutRequest,
  LayoutResult,
  NodeId,
  PortOffer,
} from '../../worker/protocol.ts';
import { requireServices } from '../services.ts';
import { polder } from '../store.ts';

/** null: the text changed meanwhile; the component asks again when the new snapshot arrives. */
export async function askOrNull<N extends EngineRequestName>(
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

/** Short reasons for the rows of a table, in their order. */
export const askFlowReasons = (pairs: readonly FlowPair[]): Promise<readonly (FlowReason | null)[] | null> =>
  askOrNull('flowReasons', { pairs });

export const explainPolicy = (policy: ObjectId): Promise<PolicyExplanation | null> =>
  askOrNull('explainPolicy', { policy });

export const askBlastRadius = (node: NodeId, direction: BlastRadius['direction']): Promise<BlastRadius | null> =>
  askOrNull('blastRadius', { node, direction });

export const askPortOffers = (to: NodeId): Promise<readonly PortOffer[] | null> => askOrNull('portOffers', { to });

/** Files that were changed since the import, as they were. */
const listOriginals = (): readonly SourceFile[] =>
  polder
    .getState()
    .workspace.files.flatMap(({ path, text, original }) =>
      original === null || original === text ? [] : [{ path, text: original }],
    );

/** Positions for the canvas, computed in the worker. */
export const askLayout = async (request: LayoutRequest): Promise<LayoutResult | null> => {
  const packed = await askOrNull('layout', request);
  return packed && unpackLayout(packed);
};

/** The ways to realise an intent. A deny takes the files as imported along, so that their way of writing is taken up again. */
export function askProposals(intent: Intent): Promise<Proposals | null> {
  return askOrNull('propose', intent.type === 'deny' ? { ...intent, originals: listOriginals() } : intent);
}

/** null: nothing is known of the proposal any more. */
export const confirmProposal = (id: string): Promise<boolean | null> => askOrNull('confirmProposal', { id });
