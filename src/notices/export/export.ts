import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../database/database.ts';
import { copyDurably, flush } from '../../database/durable.ts';
import type { Notice } from '../../registers/notice.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { filePath } from '../attachments/keep.ts';
import { allDecisions, type Decision } from '../decisions/storage.ts';
import { releasesAfter, sourceKeyOf } from '../storage.ts';

/** What is exported stands in these, in a folder of its own. */
export const EXPORT_FILE = 'export.jsonl';
export const EXPORT_FILES = 'attachments';

/**
 * One line of an export, in the order in which things came: a notice as it was published; one from which personal data
 * was taken out later, with the hash of what it was; or a decision about which record has it.
 */
export type ExportLine = Notice | RedactedLine | DecisionLine;

export interface RedactedLine {
  redacted: Notice;
  hash: string;
}

export interface DecisionLine {
  decision: Pick<Decision, 'act' | 'ocid' | 'into' | 'by' | 'reason' | 'at'> & {
    /** Source id of the notice that is parted. */
    notice: string | null;
  };
}

export interface Exported {
  notices: number;
  decisions: number;
  files: number;
  /** Files that are named and not there. */
  absent: string[];
}

const BATCH = 500;

/**
 * Writes everything that was published into a new folder: what an empty portal needs to say the same, byte for byte. A
 * backup (`backup/`) holds accounts and drafts as well. Refusals: `export-unwritable`.
 */
export function exportAll(database: Database, data: string, folder: string): Result<Exported> {
  const exported: Exported = { notices: 0, decisions: 0, files: 0, absent: [] };
  try {
    mkdirSync(join(folder, EXPORT_FILES), { recursive: true });
    const path = join(folder, EXPORT_FILE);
    const file = openSync(path, 'wx');
    const write = (line: ExportLine) => writeSync(file, `${JSON.stringify(line)}\n`);
    try {
      const decisions = allDecisions(database);
      const decide = (beforeSeq: number) => {
        for (let next = decisions[0]; next && next.afterSeq < beforeSeq; next = decisions[0]) {
          write(decisionLine(database, next));
          decisions.shift();
          exported.decisions += 1;
        }
      };
      for (let seq = 0; ;) {
        const releases = releasesAfter(database, seq, BATCH);
        for (const { content, hash, seq: own } of releases) {
          decide(own);
          write(content.redaction ? { redacted: content, hash } : content);
          exported.notices += 1;
          for (const { sha256 } of content.attachments ?? []) if (sha256) copyFile(sha256);
        }
        if (releases.length < BATCH) break;
        seq = releases.at(-1)!.seq;
      }
      decide(Infinity);
    } finally {
      closeSync(file);
    }
    flush(path);
    return done(exported);
  } catch (error) {
    return refuse({ code: 'export-unwritable', path: folder, found: (error as Error).message });
  }

  function copyFile(sha256: string): void {
    const [from, to] = [filePath(data, sha256), join(folder, EXPORT_FILES, sha256)];
    if (existsSync(to)) return;
    if (!existsSync(from)) {
      exported.absent.push(sha256);
      return;
    }
    copyDurably(from, to);
    exported.files += 1;
  }
}

function decisionLine(database: Database, { act, ocid, into, by, reason, at, release }: Decision): DecisionLine {
  const notice = release === null ? null : sourceKeyOf(database, release);
  return { decision: { act, ocid, into, by, reason, at, notice } };
}
