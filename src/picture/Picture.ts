/** What a line means. */
export type PictureVerdict = 'rule' | 'open' | 'uncertain' | 'added' | 'removed';

/** One side of a node, as in the interface: open land, a dike with a gate, a full dike, pods that differ, or not known. */
export type PictureBank = 'open' | 'isolated' | 'closed' | 'mixed' | 'uncertain';

export interface PictureNode {
  /** Unique in the picture; `data-node-id` in the SVG. */
  readonly id: string;
  /** A namespace around its nodes, a workload (or a folded namespace), or addresses outside the cluster. */
  readonly type: 'frame' | 'card' | 'external';
  /** The frame around it. */
  readonly parent: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** Quieter words below the name. */
  readonly lines: readonly string[];
  /** Left: what comes in; right: what goes out. null where it does not apply. */
  readonly ingress: PictureBank | null;
  readonly egress: PictureBank | null;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly verdict: PictureVerdict;
  /** Only some pods. */
  readonly partial: boolean;
  /** Stands for several flows. */
  readonly bundle: boolean;
  /** SVG path data of line and arrow head. */
  readonly path: string;
  readonly head: string;
  /** Empty: nothing to say. */
  readonly label: string;
  /** What of it has room where the line runs: all, the same in short, or nothing. */
  readonly shortLabel: string;
  /** Where the middle of that stands. */
  readonly labelAt: { readonly x: number; readonly y: number };
}

/** Nodes and lines where they stand, and the words around them. Frames come before what is in them. */
export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** What the picture leaves out, a sentence each. */
  readonly notes: readonly string[];
}
