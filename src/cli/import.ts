import { clockRefusals } from '../notices/drafts/moment.ts';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../database/database.ts';
import { fill, labels, type Labels } from '../locales/labels.ts';
import { COLUMNS } from '../notices/import/listing/header.ts';
import { importFiles as importNotices } from '../notices/import/run/import-files.ts';
import { takeBack } from '../notices/export/take-back.ts';
import { formats } from '../notices/import/formats.ts';
import type { FileReport, Problem, RunReport } from '../notices/import/run/report.ts';
import { nativeSchema } from '../notices/import/schema.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { openDataFolder } from './data-folder.ts';
import { progressLine } from './progress.ts';

type Words = Labels['import'];

/** Those an operator may name; a reject file is always recognised. */
const NAMED: readonly string[] = formats.filter(({ isOurs }) => !isOurs).map(({ id }) => id);

/**
 * `gongshi import FOLDER` takes an export into an empty portal; `gongshi import FILE… [--format F] [--dry-run] [--rejects FOLDER] [--schema] [--help]`. Exit status 0: all in;
 * 1: nothing usable, or bad usage; 2: some rows refused.
 */
export async function importFiles({ settings, words, locale }: Command): Promise<Result<number>> {
  const t = labels(locale).import;
  const asked = readWords(words, t);
  if ('complaint' in asked) return complain(asked.complaint);
  if (asked.values.help) return print(helpText(t));
  if (asked.values.schema) return print(JSON.stringify(nativeSchema(), null, 2));
  if (asked.files.length === 0) return complain(`${t.help.noFiles}\n${t.help.usage}`);

  const { rejects, 'dry-run': dryRun = false } = asked.values;
  const unusable = rejects !== undefined && !dryRun ? unusableFolder(rejects) : null;
  if (unusable !== null) return complain(fill(t.help.rejectsUnusable, { path: rejects!, found: unusable }));

  const folder = openDataFolder(settings);
  if (!folder.ok) return folder;
  const { database } = folder.value;
  const clock = clockRefusals(database, Date.now());
  if (clock.length > 0) {
    database.close();
    return refuse(...clock);
  }
  const progress = progressOf(t);
  const [first, ...more] = asked.files;
  const isFolder = more.length === 0 && statSync(first!, { throwIfNoEntry: false })?.isDirectory();
  try {
    if (isFolder) return await takeFolder(database, settings, first!, locale);
    const report = await importNotices(database, asked.files, {
      now: Date.now(),
      actor: 'import',
      dryRun,
      format: asked.values.format,
      rejects,
      onProgress: progress.update,
    });
    progress.end();
    process.stdout.write(`${reportText(report, t, dryRun)}\n`);
    return done(report.status);
  } finally {
    database.close();
  }
}

/** What `gongshi export` wrote, into an empty portal. */
async function takeFolder(
  database: Database,
  settings: Command['settings'],
  folder: string,
  locale: Command['locale'],
): Promise<Result<number>> {
  const line = progressLine('import');
  const taken = await takeBack(database, settings, folder, { now: Date.now(), onProgress: line.update });
  line.end();
  if (!taken.ok) return taken;
  const { notices: n, decisions: d, files: f } = taken.value;
  process.stdout.write(`${fill(labels(locale).cli.takenBack, { n, d, f })}\n`);
  return done(0);
}

/**
 * Why refused rows cannot be written to a folder; null when they can. It is made where the folder above it is there, as
 * the data folder is: known before the first row goes in, for afterwards there is no place for those that do not.
 */
function unusableFolder(path: string): string | null {
  try {
    if (!existsSync(path)) mkdirSync(path);
    accessSync(join(path, '.'), constants.W_OK);
    return statSync(path).isDirectory() ? null : 'ENOTDIR';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}

const OPTIONS = {
  format: { type: 'string' },
  rejects: { type: 'string' },
  'dry-run': { type: 'boolean' },
  schema: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Asked {
  format?: string;
  rejects?: string;
  'dry-run'?: boolean;
  schema?: boolean;
  help?: boolean;
}

function readWords(words: string[], t: Words): { complaint: string } | { values: Asked; files: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
    if (values.format !== undefined && !NAMED.includes(values.format)) {
      return { complaint: fill(t.help.unknownFormat, { found: values.format, expected: NAMED.join(' ') }) };
    }
    return { values, files: positionals };
  } catch (error) {
    return {
      complaint: fill(t.help.unknownOption, {
        found: /'([^']+)'/.exec((error as Error).message)?.[1] ?? words.join(' '),
        usage: t.help.usage,
      }),
    };
  }
}

function complain(sentence: string): Result<number> {
  process.stderr.write(`${sentence}\n`);
  return done(1);
}

function print(text: string): Result<number> {
  process.stdout.write(`${text}\n`);
  return done(0);
}

function helpText({ help }: Words): string {
  const columns = Object.entries(COLUMNS).map(([column, headers]) => `  ${column.padEnd(13)}${headers.join(' | ')}`);
  return [
    help.usage,
    '',
    fill(help.options, { formats: NAMED.join(' ') }),
    '',
    help.formats,
    '',
    help.columns,
    ...columns,
    '',
    help.status,
  ].join('\n');
}

/** One line per file: rows so far of the rows that its size lets expect. */
function progressOf(t: Words) {
  let path: string | undefined;
  let line: ReturnType<typeof progressLine> | undefined;
  return {
    update(state: { path: string; rows: number; bytesRead: number; bytes: number }) {
      if (state.path !== path) {
        line?.end();
        path = state.path;
        line = progressLine(fill(t.report.progress, { path }));
      }
      line!.update(
        state.rows,
        state.bytesRead > 0
          ? Math.max(state.rows, Math.round((state.rows * state.bytes) / state.bytesRead))
          : undefined,
      );
    },
    end: () => line?.end(),
  };
}

/** What became of each file, and of all together. */
export function reportText({ files }: RunReport, t: Words, dryRun: boolean): string {
  const lines = files.flatMap((file) => fileLines(file, t));
  if (files.length > 1) {
    const sum = (count: 'rows' | 'published' | 'unchanged' | 'refused') =>
      files.reduce((total, file) => total + file[count], 0);
    lines.push(
      fill(t.report.total, {
        files: files.length,
        rows: sum('rows'),
        published: sum('published'),
        unchanged: sum('unchanged'),
        refused: sum('refused'),
      }),
    );
  }
  if (dryRun) lines.push(t.report.dryRun);
  return lines.join('\n');
}

function fileLines(file: FileReport, t: Words): string[] {
  const { report } = t;
  const { path, rows, published, unchanged, refused, unreadable } = file;
  const lines: string[] = [];
  if (unreadable)
    lines.push(fill(rows > 0 ? report.stopped : report.unreadable, { path, sentence: sentence(unreadable, t) }));
  if (rows > 0 || !unreadable) {
    const format = file.format
      ? ((t.formats as Record<string, string>)[file.format] ?? file.format)
      : report.unknownFormat;
    lines.push(
      fill(file.format === 'divisions' ? report.divisions : report.file, {
        path,
        format,
        rows,
        published,
        unchanged,
        refused,
      }),
    );
  }
  lines.push(...file.problems.map((problem) => placed(report.problem, problem, t)));
  if (file.furtherProblems > 0) lines.push(fill(report.furtherProblems, { n: file.furtherProblems }));
  lines.push(...file.warnings.map((warning) => placed(report.warning, warning, t)));
  if (file.furtherWarnings > 0) lines.push(fill(report.furtherWarnings, { n: file.furtherWarnings }));
  if (file.unusedColumns.length > 0) lines.push(fill(report.unusedColumns, { columns: file.unusedColumns.join(', ') }));
  if (file.rejectFile) lines.push(fill(report.rejectFile, { path: file.rejectFile }));
  return lines;
}

function placed(label: string, problem: Problem, t: Words): string {
  const field = problem.path ? fill(t.report.field, { path: problem.path }) : '';
  return fill(label, { row: problem.row, field, sentence: sentence(problem, t) });
}

function sentence({ code, found = '', expected = '' }: Refusal, t: Words): string {
  const known = t.problems as Record<string, string>;
  return fill(known[code] ?? `${code} {found} {expected}`, { found, expected }).trim();
}
