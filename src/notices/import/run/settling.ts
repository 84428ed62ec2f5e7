import { canonicalJson, sha256 } from '../../../values/canonical.ts';
import { findKind } from '../../../registers/registers.ts';
import type { Known } from '../../known.ts';
import type { Outcome } from '../../plan.ts';
import type { Item } from '../item.ts';
import type { FileRun } from './file-run.ts';
import { SeenNotices } from './storage.ts';

/** What this run has taken so far, and what that makes of the next rows: covered, restated, told twice, still waiting. */
export class Settling {
  readonly #known: Pick<Known, 'origin' | 'record'>;
  readonly #dryRun: boolean;
  readonly #seen = new SeenNotices();

  constructor(known: Pick<Known, 'origin' | 'record'>, dryRun: boolean) {
    this.#known = known;
    this.#dryRun = dryRun;
  }

  close(): void {
    this.#seen.close();
  }

  /** In one transaction of what was seen. */
  together(work: () => void): void {
    this.#seen.together(work);
  }

  /** A listing row whose full text is here; a compiled record of which releases are here. */
  isCovered(item: Item): boolean {
    if (item.unless && (this.#seen.find(item.unless) || this.#known.origin(item.unless))) return true;
    if (!item.compiledOf) return false;
    const compiled = `ocds:${item.compiledOf}/compiled@`;
    return Boolean(
      this.#seen.find(`ocid ${item.compiledOf}`) ||
      this.#known.record(item.compiledOf)?.releases.some(({ sourceKey }) => !sourceKey.startsWith(compiled)),
    );
  }

  /** A full text that comes after its listing row restates it. A correction may not: its `amends` names what it corrects. */
  restating(item: Item): Item['notice'] {
    const notice = item.notice!;
    if (!item.restates || notice.amends || findKind(notice.register, notice.kind)?.act !== 'state') return notice;
    const listed = this.#known.origin(item.restates);
    return listed && listed.register === notice.register ? { ...notice, amends: item.restates } : notice;
  }

  /** What became of a row; one that waits for another notice is read again, unless this was the last round. */
  settle(file: FileRun, item: Item, printed: Outcome, last: boolean): void {
    const id = String(item.notice!.id);
    // What is compared is what the release says, whichever package it stands in (`plan.ts`).
    const hash = this.#dryRun ? sha256(canonicalJson(item.notice!.ocds ?? item.notice)) : '';
    const outcome = this.#withinRun(id, hash, item, printed);
    if (outcome.status === 'refused') {
      if (!last && outcome.refusals.every(({ code }) => code === 'amends-unknown')) file.waiting.add(item.row);
      else file.refuse(item, outcome.refusals);
      return;
    }
    this.#seen.add(id, { hash, file: file.report.path, row: String(item.row) });
    if (item.notice!.ocid && !item.compiledOf)
      this.#seen.add(`ocid ${item.notice!.ocid}`, { hash, file: file.report.path, row: String(item.row) });
    if (outcome.status === 'unchanged') return file.unchanged();
    file.publish(item, outcome.warnings);
  }

  /** The outcome seen with what this run took before: a dry run keeps nothing, and a duplicate is told with its first place. */
  #withinRun(id: string, hash: string, item: Item, outcome: Outcome): Outcome {
    const dryRun = this.#dryRun;
    if (outcome.status === 'refused') {
      const [refusal] = outcome.refusals;
      const first = refusal!.code === 'already-published' ? this.#seen.find(id) : undefined;
      if (first)
        return {
          status: 'refused',
          refusals: [{ code: 'duplicate-in-run', path: 'id', found: id, expected: `${first.file}:${first.row}` }],
        };
      const amended = dryRun && refusal!.code === 'amends-unknown' && item.notice!.amends;
      return amended && this.#seen.find(amended) ? { status: 'published', id: 0, ocid: '', warnings: [] } : outcome;
    }
    const before = dryRun && outcome.status === 'published' ? this.#seen.find(id) : undefined;
    if (!before) return outcome;
    if (before.hash === hash) return { status: 'unchanged', id: 0 };
    return {
      status: 'refused',
      refusals: [{ code: 'duplicate-in-run', path: 'id', found: id, expected: `${before.file}:${before.row}` }],
    };
  }
}
