import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../database/database.ts';
import { migrate, schemaText } from '../../database/migrate.ts';
import { findBehind } from '../mark/mark.ts';
import { checkAttachments } from './attachments.ts';
import { Findings, type Counts, type Verification } from './findings.ts';
import { checkProjections } from './projections.ts';
import { checkEvents, checkReleases } from './releases.ts';

export interface VerifyOptions {
  /** The data folder: where attachments stand, and where two copies of the database find room. */
  data: string;
  /** Where the high-water marks stand (`markPaths`). */
  marks: readonly string[];
  now: number;
  onStep?: (step: Step) => void;
}

export type Step = 'file' | 'releases' | 'projections' | 'attachments';

/**
 * Asks whether everything is still there as it was published: the file itself, each release against its hash, the
 * numbers without holes, all that is made of releases against a rebuild, each attachment against its name. Reads the
 * database, and rebuilds in a copy: whoever publishes meanwhile waits for nothing.
 */
export function verify(database: Database, { data, marks, now, onStep = () => {} }: VerifyOptions): Verification {
  const findings = new Findings();
  const counts: Counts = { releases: 0, redacted: 0, events: 0, rows: 0, attachments: 0, bytes: 0 };
  sweepWorkspaces(data, now);
  const workspace = mkdtempSync(join(data, WORKSPACE));
  try {
    onStep('file');
    for (const line of database.damage('full')) findings.add('file-damaged', line);
    checkMarks(database, marks, findings);
    const copy = copyOf(database, join(workspace, 'copy.sqlite'), findings);
    if (!copy) return { at: now, ok: false, counts, findings: findings.all() };
    try {
      checkSchema(copy, findings);
      onStep('releases');
      Object.assign(counts, checkReleases(copy, findings), { events: checkEvents(copy, findings) });
      onStep('projections');
      counts.rows = checkProjections(copy, join(workspace, 'rebuilt.sqlite'), findings);
      onStep('attachments');
      Object.assign(counts, checkAttachments(copy, database, data, findings));
    } finally {
      copy.close();
    }
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
  const found = findings.all();
  return { at: now, ok: found.length === 0, counts, findings: found };
}

const WORKSPACE = 'verifying-';
const DAY = 86_400_000;

/** Copies that a crash has left. */
function sweepWorkspaces(data: string, now: number): void {
  for (const name of readdirSync(data)) {
    const path = join(data, name);
    if (name.startsWith(WORKSPACE) && now - statSync(path).mtimeMs > DAY)
      rmSync(path, { recursive: true, force: true });
  }
}

function checkMarks(database: Database, marks: readonly string[], findings: Findings): void {
  for (const path of marks) {
    try {
      const behind = findBehind(database, [path]);
      if (behind) findings.add(behind.code, `${path}: ${behind.seq} / ${behind.mark.seq}`);
    } catch (error) {
      findings.add('mark-unreadable', (error as Error).message);
    }
  }
}

/** One state of the database, to be read as long as it takes. A file that cannot be read through cannot be copied. */
function copyOf(database: Database, path: string, findings: Findings): Database | undefined {
  try {
    database.copyInto(path);
    return new Database(path);
  } catch (error) {
    findings.add('file-damaged', (error as Error).message);
    return undefined;
  }
}

/** Without its triggers a table is append-only no more. */
function checkSchema(copy: Database, findings: Findings): void {
  const fresh = new Database(':memory:');
  migrate(fresh);
  const [expected, found] = [fresh, copy].map(
    (one) =>
      new Set(
        schemaText(one)
          .split(';\n\n')
          .map((sql) => sql.trim()),
      ),
  );
  fresh.close();
  const names = (from: Set<string>, but: Set<string>) => [...from].filter((sql) => !but.has(sql)).map(nameOf);
  for (const name of new Set([...names(expected!, found!), ...names(found!, expected!)]))
    findings.add('schema-differs', name);
}

function nameOf(sql: string): string {
  return sql.split(/[\n(]/, 1)[0]!.split(/\s+/).slice(1, 3).join(' ');
}
