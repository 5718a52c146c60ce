/** Everything the command line touches of the world outside the file system; tests pass their own. */
export interface CliStreams {
  /** Text for `-`. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** 0: done and nothing found · 1: a finding, such as a denied `can` · 2: unusable input or usage. */
export type ExitStatus = 0 | 1 | 2;
