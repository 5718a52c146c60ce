/** A position of a node's top left corner, in canvas units (CSS pixels at zoom 1). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

export interface LayoutNode extends Size {
  readonly id: string;
  /** The frame it stands in; null for nodes at the rim (external ranges) and collapsed frames. */
  readonly group: string | null;
  /** External ranges stand at the rim: sources at the left, destinations at the right. */
  readonly rim: 'left' | 'right' | null;
}

export interface LayoutGroup {
  readonly id: string;
}

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[];
  readonly groups: readonly LayoutGroup[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /**
   * Where things are now, by id, groups included (absolute coordinates). They do not move; newcomers find a free place.
   * Empty: lay out anew.
   */
  readonly fixed: Readonly<Record<string, Point>>;
  /**
   * Frames as they are drawn now, by id: they do not shrink, and a fixed node that stands outside its frame stays outside.
   * Left out: frames close tightly around their fixed nodes.
   */
  readonly frames?: Readonly<Record<string, Box>>;
}

export interface LayoutResult {
  /** Absolute positions of all nodes by id. */
  readonly nodes: Readonly<Record<string, Point>>;
  /** Frames around their nodes, by id. */
  readonly groups: Readonly<Record<string, Box>>;
}
