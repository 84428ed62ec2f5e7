import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { importFiles } from '../../src/notices/import/run/import-files.ts';
import type { ImportOptions } from '../../src/notices/import/run/options.ts';
import type { FileReport, RunReport } from '../../src/notices/import/run/report.ts';

export const NOW = Date.UTC(2026, 10, 23);

/** Published data of others; it stands beside the project and is never copied into it. */
const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const shared = (path: string) => join(SHARED, path);
export const withoutShared = existsSync(SHARED) ? false : `${SHARED} is not here`;

const folders: string[] = [];
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A portal with a folder of files beside it. */
export function portal() {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-import-'));
  folders.push(folder);
  const database = new Database(':memory:');
  migrate(database);
  return {
    database,
    folder,
    write(name: string, content: string | Buffer): string {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    run: (paths: string[], options: Partial<ImportOptions> = {}): Promise<RunReport> =>
      importFiles(database, paths, { now: NOW, rejects: folder, ...options }),
    async runOne(path: string, options: Partial<ImportOptions> = {}): Promise<FileReport & { status: number }> {
      const { files, status } = await importFiles(database, [path], { now: NOW, rejects: folder, ...options });
      return { ...files[0]!, status };
    },
    releases: () => database.get<{ n: number }>('SELECT count(*) AS n FROM releases')!.n,
    records: () => database.get<{ n: number }>('SELECT count(*) AS n FROM records')!.n,
  };
}

/** A correct notice of the portal's own format, to be broken in one place at a time. */
export function lakeRoad(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'ts-2026-018-tender',
    register: 'construction',
    kind: 'tender',
    title: '湖滨路改造工程施工招标公告',
    region: '620502',
    publishedAt: '2026-03-01 09:00',
    project: { code: 'TSGC-2026-018' },
    firstPublished: { medium: '中国招标投标公共服务平台', url: 'https://example.org/lake' },
    fields: { procuringEntity: '天水市住房和城乡建设局', ceilingPrice: '330万元', bidDeadline: '2026-03-25 09:30' },
    ...changes,
  };
}

export const asLines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
export const counts = ({ rows, published, unchanged, refused }: FileReport) => ({
  rows,
  published,
  unchanged,
  refused,
});
