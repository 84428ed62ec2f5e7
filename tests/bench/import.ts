import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { importFiles } from '../../src/notices/import/run/import-files.ts';
import { rejudge } from '../../src/notices/rejudge.ts';
import { DATABASE_FILE } from '../../src/views/portal.ts';
import type { Kept } from './kept.ts';
import { progress } from './measure.ts';
import { rate, type Report } from './report.ts';

/** Takes the notices in through the real door: how fast, how large they are then, and how fast their periods are judged. */
export async function benchImport(kept: Kept, count: number, report: Report): Promise<void> {
  const path = join(kept.data, DATABASE_FILE);
  const database = new Database(path);
  migrate(database);
  const tell = progress('imported', count);
  const start = performance.now();
  const { files } = await importFiles(database, [kept.notices], {
    now: Date.now(),
    onProgress: ({ rows }) => tell.update(rows),
  });
  const seconds = (performance.now() - start) / 1_000;
  tell.end();
  const published = files[0]!.published;
  if (published !== count) throw new Error(`only ${published} of ${count} notices were published`);
  database.emptyLog();
  const text = database.get<{ n: number }>('SELECT sum(length(CAST(content AS BLOB))) AS n FROM releases')!.n;
  const size = statSync(path).size;
  report.line('notices', `${rate(count / seconds)}/s (${seconds.toFixed(1)} s)`, 'import');
  report.line('bytes a notice', `${perNotice(size)}, of which ${perNotice(text)} its text`, 'size');
  report.curve('import /s', rate(count / seconds));
  report.curve('bytes beyond text', perNotice(size - text));
  benchJudging(database, report);
  database.close();

  function perNotice(bytes: number): string {
    return rate(bytes / count);
  }
}

/** No more of them: the rest take as long. */
const MOST_JUDGED = 100_000;

/** How fast every period of every record is judged anew: what a change of the rules costs. */
function benchJudging(database: Database, report: Report): void {
  const ocids = database.all<{ ocid: string }>('SELECT ocid FROM records LIMIT ?', MOST_JUDGED).map(({ ocid }) => ocid);
  const tell = progress('records judged', ocids.length);
  const start = performance.now();
  database.transaction(() => {
    for (let from = 0; from < ocids.length; from += 1_000) {
      rejudge(database, ocids.slice(from, from + 1_000));
      tell.update(from);
    }
  });
  const seconds = (performance.now() - start) / 1_000;
  tell.end();
  const whole = ((100_000 / ocids.length) * seconds).toFixed(0);
  report.line('records judged', `${rate(ocids.length / seconds)}/s (100,000 take ${whole} s)`, 'judging');
  report.curve('judging 100,000', `${whole} s`);
}
