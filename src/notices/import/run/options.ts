export interface ImportOptions {
  now: number;
  actor?: string;
  /** Goes through everything and keeps nothing; no reject file either. */
  dryRun?: boolean;
  /** Overrides recognition. */
  format?: string;
  /** Where reject files go; beside each file otherwise. */
  rejects?: string;
  onProgress?(state: Progress): void;
  /** On two threads; files of some size are unless this says otherwise. */
  threads?: boolean;
}

/** How far the reading of a file has come. */
export interface Progress {
  path: string;
  /** Read; they are written a little later. */
  rows: number;
  bytesRead: number;
  bytes: number;
}
