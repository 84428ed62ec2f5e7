import type { Refusal } from '../../../values/result.ts';

/** A problem with its place: the field as the file calls it. */
export interface Problem extends Refusal {
  row: number | string;
}

/** What became of one file. */
export interface FileReport {
  path: string;
  format: string | null;
  rows: number;
  published: number;
  /** Known already, or given way to a fuller text of the same. */
  unchanged: number;
  refused: number;
  /** The first of them; `furtherProblems` counts the rest. */
  problems: Problem[];
  furtherProblems: number;
  /** Doubts about rows that went in: a failed check digit. */
  warnings: Problem[];
  furtherWarnings: number;
  /** Columns of a CSV file that say nothing to us. */
  unusedColumns: string[];
  /** Why nothing of the file, or nothing from some place on, could be read. */
  unreadable?: Refusal;
  rejectFile?: string;
}

export interface RunReport {
  files: FileReport[];
  /** 0: all in. 1: nothing usable. 2: some rows refused. */
  status: 0 | 1 | 2;
}

/** As many problems of a file are kept; all of them stand in the reject file. */
const KEPT = 20;

export function emptyReport(path: string): FileReport {
  return {
    path,
    format: null,
    rows: 0,
    published: 0,
    unchanged: 0,
    refused: 0,
    problems: [],
    furtherProblems: 0,
    warnings: [],
    furtherWarnings: 0,
    unusedColumns: [],
  };
}

export function addProblems(report: FileReport, problems: readonly Problem[]): void {
  const room = Math.max(0, KEPT - report.problems.length);
  report.problems.push(...problems.slice(0, room));
  report.furtherProblems += Math.max(0, problems.length - room);
}

export function addWarnings(report: FileReport, warnings: readonly Problem[]): void {
  const room = Math.max(0, KEPT - report.warnings.length);
  report.warnings.push(...warnings.slice(0, room));
  report.furtherWarnings += Math.max(0, warnings.length - room);
}

export function statusOf(files: readonly FileReport[]): RunReport['status'] {
  const good = files.some(({ published, unchanged }) => published + unchanged > 0);
  const bad = files.some(({ refused, unreadable }) => refused > 0 || unreadable);
  if (!bad) return 0;
  return good ? 2 : 1;
}
