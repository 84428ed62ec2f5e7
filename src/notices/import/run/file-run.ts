import type { Refusal } from '../../../values/result.ts';
import type { Item } from '../item.ts';
import { RejectFile } from './rejects.ts';
import { addProblems, addWarnings, emptyReport, type FileReport, type Problem } from './report.ts';

/** One file of a run. */
export class FileRun {
  readonly report: FileReport;
  readonly rejects: RejectFile | undefined;
  /** Rows to be read again when everything else is in. */
  waiting = new Set<Item['row']>();

  constructor(path: string, options: { dryRun?: boolean; rejects?: string }) {
    this.report = emptyReport(path);
    this.rejects = options.dryRun ? undefined : new RejectFile(path, options.rejects);
  }

  publish(item: Item, warnings: readonly Refusal[]): void {
    this.report.rows += 1;
    this.report.published += 1;
    addWarnings(
      this.report,
      warnings.map((warning) => ({ row: item.row, ...warning, path: nameOf(item, warning.path) })),
    );
  }

  unchanged(): void {
    this.report.rows += 1;
    this.report.unchanged += 1;
  }

  refuse(item: Item, refusals: readonly Refusal[]): void {
    const named = refusals.map((refusal): Problem => ({ row: item.row, ...refusal, path: nameOf(item, refusal.path) }));
    // One cell may fill two members of a notice; its problem is one.
    const problems = [...new Map(named.map((problem) => [`${problem.path} ${problem.code}`, problem])).values()];
    this.report.rows += 1;
    this.report.refused += 1;
    addProblems(this.report, problems);
    this.rejects?.add(
      item,
      problems.map(({ row: _, ...problem }) => problem),
    );
  }
}

/** The field as the file calls it. */
function nameOf(item: Item, path: string | undefined): string | undefined {
  if (path === undefined || !item.names) return path;
  const known = Object.keys(item.names).filter((name) => path === name || path.startsWith(`${name}.`));
  const longest = known.reduce<string | undefined>(
    (best, name) => (best === undefined || name.length > best.length ? name : best),
    undefined,
  );
  return longest === undefined ? path : item.names[longest];
}
