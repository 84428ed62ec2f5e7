/** What was looked at, and what was found. `ok` when nothing was. */
export interface Verification {
  /** UTC ms. */
  at: number;
  ok: boolean;
  counts: Counts;
  findings: Finding[];
}

export interface Counts {
  releases: number;
  /** Of the releases: those whose text was redacted. */
  redacted: number;
  events: number;
  /** Rows of everything that is made of releases. */
  rows: number;
  attachments: number;
  /** Of the attachments, together. */
  bytes: number;
}

/** What is wrong of one kind: how often, and the first few of them. */
export interface Finding {
  code: FindingCode;
  n: number;
  /** Ids, names, or what the database says of itself. */
  examples: string[];
}

/** Each has a sentence under `verification.findings` in the locales. */
export type FindingCode =
  | 'file-damaged'
  | 'schema-differs'
  | 'release-hash'
  | 'release-columns'
  | 'sequence-hole'
  | 'events-hole'
  | 'behind-mark'
  | 'beside-mark'
  | 'mark-unreadable'
  | 'projection-differs'
  | 'rebuild-failed'
  | 'attachment-absent'
  | 'attachment-changed';

const EXAMPLES = 5;

/** Gathers what is found. */
export class Findings {
  readonly #found = new Map<FindingCode, Finding>();

  add(code: FindingCode, example: string): void {
    const finding = this.#found.get(code) ?? { code, n: 0, examples: [] };
    finding.n += 1;
    if (finding.examples.length < EXAMPLES) finding.examples.push(example.slice(0, 200));
    this.#found.set(code, finding);
  }

  /** In the order in which they were first met. */
  all(): Finding[] {
    return [...this.#found.values()];
  }
}
