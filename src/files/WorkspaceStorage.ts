import type { FilePath, SourceFile } from '../engine/index.ts';
import type { JournalMark } from './createJournal.ts';

export type WorkspaceId = string & { readonly __brand: 'WorkspaceId' };

/** How a file's text becomes bytes again. A byte order mark is part of the text. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A file as it came in. */
export interface ImportedFile extends SourceFile {
  /** Absent: utf-8. */
  readonly encoding?: TextEncoding;
}

/** A file as the browser keeps it. */
export interface StoredFile extends ImportedFile {
  /** The text as imported; null for a file that was made here. What "changes since import" and the patch compare with. */
  readonly original: string | null;
}

export type StoredCentre = 'graph' | 'matrix' | 'list';

export type MatrixOrder = 'name' | 'flows' | 'isolation' | 'similarity';

export interface StoredMatrix {
  /** Names of groups (namespaces, and '' for what is outside) shown workload by workload; null: as their number suggests. */
  readonly opened: readonly string[] | null;
  readonly order: MatrixOrder;
  /** By namespace, or all workloads in one order. */
  readonly grouped: boolean;
  /** Width and height of a cell, px. */
  readonly cell: number;
}

/** How the picture looked; kept with the workspace. */
export interface StoredView {
  readonly positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  /** Frames; absent in records of early versions. */
  readonly groups?: Readonly<
    Record<string, { readonly x: number; readonly y: number; readonly width: number; readonly height: number }>
  >;
  readonly collapsedNamespaces: readonly string[];
  readonly expandedWorkloads: readonly string[];
  readonly showOpenFlows: boolean;
  /** Filter, hidden nodes and views under a name, as the store writes them; absent in records of early versions. */
  readonly canvas?: unknown;
  /** Both absent in records of early versions. */
  readonly centre?: StoredCentre;
  readonly matrix?: StoredMatrix;
}

export interface WorkspaceInfo {
  readonly id: WorkspaceId;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly fileCount: number;
}

export interface StoredWorkspace {
  readonly id: WorkspaceId;
  readonly name: string;
  /** In the order of the workspace. */
  readonly files: readonly StoredFile[];
  /** Files that were imported and have been removed since: path → the text as imported. The patch deletes them. */
  readonly removed: Readonly<Record<string, string>>;
  readonly view: StoredView | null;
  /** Counts up with every save; a save on top of another version than the one read is a conflict. */
  readonly version: number;
  /** Which noted changes it has; absent where the last save had no journal. */
  readonly mark?: JournalMark | null;
  /** What the import does not say is taken as absent; absent: it is uncertain. */
  readonly assumeComplete?: boolean;
}

/** What changed since the last save; only these files are written. */
export interface WorkspaceSave {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly changed: readonly StoredFile[];
  readonly gone: readonly FilePath[];
  readonly order: readonly FilePath[];
  readonly removed: Readonly<Record<string, string>>;
  readonly view: StoredView | null;
  /** The version this save builds on; 0 for a new workspace. */
  readonly basedOn: number;
  readonly mark?: JournalMark | null;
  readonly assumeComplete?: boolean;
}

export type SaveResult =
  | { readonly ok: true; readonly version: number }
  /** Another tab saved meanwhile; nothing was written. `version` is the stored one, 0 when the workspace was removed. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly version: number }
  | { readonly ok: false; readonly reason: 'unavailable'; readonly message: string };

export type RemoveResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Workspaces in the browser (IndexedDB). Nothing here throws or rejects: without a database the lists are empty and saving says so. */
export interface WorkspaceStorage {
  list(): Promise<readonly WorkspaceInfo[]>;
  load(id: WorkspaceId): Promise<StoredWorkspace | null>;
  save(save: WorkspaceSave): Promise<SaveResult>;
  remove(id: WorkspaceId): Promise<RemoveResult>;
  /** The workspace that was open last: in this tab, else in any. */
  lastOpened(): Promise<WorkspaceId | null>;
  setLastOpened(id: WorkspaceId): Promise<void>;
  /** Calls back when another tab saves or removes a workspace. Returns the function that stops it. */
  subscribe(listener: (event: { readonly id: WorkspaceId; readonly version: number | null }) => void): () => void;
}
