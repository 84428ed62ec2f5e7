import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csv } from '../../src/views/csv.ts';
import { percentiles, type Latencies } from './measure.ts';
import type { BenchQuery } from './queries.ts';
import { peerTexts } from './texts.ts';

const PROGRAMS =
  spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() || '/usr/lib/postgresql/15/bin';

export const hasPostgres = existsSync(join(PROGRAMS, 'initdb'));

/**
 * The peer for search: PostgreSQL with a trigram index over the same texts, in a cluster of its own on a socket. Asked for
 * the newest 20 without a count; timed by psql. It does not run as root.
 */
export async function askPostgres(notices: string, queries: BenchQuery[]): Promise<Latencies> {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const as = (program: string, ...words: string[]) => {
    const command = [join(PROGRAMS, program), ...words];
    const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    const { status, stdout, stderr } = spawnSync(first!, rest, { cwd: '/', encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  };
  const psql = (file: string) =>
    as('psql', '-h', folder, '-U', 'bench', '-d', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1', '-f', join(folder, file));
  const cluster = join(folder, 'cluster');
  if (isRoot) chownSync(folder, Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout), 0);
  try {
    await writeTable(notices, join(folder, 'notices.csv'));
    writeFileSync(join(folder, 'load.sql'), LOAD.replace('FILE', join(folder, 'notices.csv')));
    writeFileSync(join(folder, 'ask.sql'), asking(queries));
    as('initdb', '-D', cluster, '-U', 'bench', '-E', 'UTF8', '--locale', 'C.UTF-8');
    as('pg_ctl', '-D', cluster, '-w', '-l', join(folder, 'log'), '-o', `-k ${folder} -c listen_addresses=`, 'start');
    try {
      psql('load.sql');
      const times = [...psql('ask.sql').matchAll(/^Time: ([\d.]+) ms/gm)].map((match) => Number(match[1]));
      // The first round only warms.
      return percentiles(times.slice(queries.length));
    } finally {
      as('pg_ctl', '-D', cluster, '-m', 'fast', 'stop');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LOAD = `CREATE EXTENSION pg_trgm;
CREATE TABLE notices (id bigint PRIMARY KEY, text text NOT NULL);
\\copy notices FROM 'FILE' (FORMAT csv)
CREATE INDEX ON notices USING gin (text gin_trgm_ops);
VACUUM ANALYZE notices;
`;

async function writeTable(notices: string, path: string): Promise<void> {
  const rows: string[] = [];
  let id = 0;
  writeFileSync(path, '');
  for await (const text of peerTexts(notices)) {
    // Without the mark that spreadsheets want before the first line.
    rows.push(csv([[id++, text]]).slice(1));
    if (rows.length >= 5_000) writeFileSync(path, rows.splice(0).join(''), { flag: 'a' });
  }
  writeFileSync(path, rows.join(''), { flag: 'a' });
}

function asking(queries: BenchQuery[]): string {
  const all = queries.map(({ q }) => {
    const words = q.split(' ').map((word) => `text ILIKE '%${word.replaceAll("'", "''")}%'`);
    return `SELECT id FROM notices WHERE ${words.join(' AND ')} ORDER BY id DESC LIMIT 20;`;
  });
  return ['\\timing on', ...all, ...all].join('\n');
}
