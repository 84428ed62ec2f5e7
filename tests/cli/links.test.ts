import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { allDecisions } from '../../src/notices/decisions/storage.ts';
import { releasesOf } from '../../src/notices/storage.ts';
import { DATABASE_FILE } from '../../src/views/portal.ts';
import { ROOT } from '../promises/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-links-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function gongshi(words: string[], environment: Record<string, string> = {}) {
  const { PATH, NODE_COMPILE_CACHE = '' } = process.env;
  return spawnSync(process.execPath, ['src/cli/gongshi.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH, NODE_COMPILE_CACHE, GONGSHI_DATA: join(folder, 'data'), ...environment },
  });
}

test('two buyers of one code are listed with what the operator needs to decide', () => {
  assert.match(gongshi(['links']).stdout, /没有存疑的关联/);
  const file = join(folder, 'list.csv');
  writeFileSync(
    file,
    '公告标题,发布时间,信息类型代码,项目编号,采购人,来源平台\n' +
      '秦州区某局课桌椅采购公开招标公告,2026-10-20,0201,2026-001,秦州区某局,甘肃政府采购网\n' +
      '武山县某局水泵采购公开招标公告,2026-10-20,0201,2026-001,武山县某局,甘肃政府采购网\n',
  );
  assert.equal(gongshi(['import', file]).status, 0);
  const { stdout, status } = gongshi(['links']);
  assert.equal(status, 0);
  assert.match(stdout, /存疑的关联 1 对/);
  assert.match(
    stdout,
    /同一代码 2026001，单位不同：\n {2}gongshi-620500-procurement-\w+　秦州区某局课桌椅采购　秦州区某局　/,
  );
  assert.match(stdout, / {2}gongshi-620500-procurement-\w+　武山县某局水泵采购　武山县某局　/);
  assert.match(gongshi(['links'], { LANG: 'en_GB.UTF-8' }).stdout, /Of one code, 2026001, but of different units/);
});

/** The ocids of the one pair in doubt, the earlier first. */
const pairInDoubt = () => [...gongshi(['links']).stdout.matchAll(/ {2}(gongshi-\S+?)　/g)].map((match) => match[1]!);

test('the operator joins two records and parts a notice again, each with a reason', () => {
  const [first, second] = pairInDoubt();
  const joined = gongshi(['links', 'join', second!, first!, '--reason', '同一批次', '--by', '李静']);
  assert.equal(joined.stderr, '');
  assert.equal(joined.status, 0);
  assert.equal(joined.stdout, `${second} 的 1 条公告已并入 ${first}。\n`);
  assert.match(gongshi(['links']).stdout, /没有存疑的关联/);
  const database = new Database(join(folder, 'data', DATABASE_FILE), { readOnly: true });
  const releases = releasesOf(database, first!);
  assert.deepEqual(
    allDecisions(database).map(({ act, by, reason }) => ({ act, by, reason })),
    [{ act: 'join', by: '李静', reason: '同一批次' }],
  );
  const parted = gongshi(['links', 'part', String(releases[1]!.id), '--reason', '并错了']);
  assert.equal(parted.status, 0);
  assert.match(parted.stdout, /^公告 \d+ 已从 gongshi-\S+ 分出，连同更正它的公告共 1 条，归入 gongshi-\S+。\n$/);
  assert.equal(allDecisions(database)[1]!.by, 'operator');
  assert.equal(releasesOf(database, first!).length, 1);
  database.close();
  assert.equal(gongshi(['rebuild']).status, 0);
});

test('what cannot be decided is said in a sentence and ends with status 1', () => {
  const said = (...words: string[]) => {
    const { status, stderr, stdout } = gongshi(['links', ...words]);
    assert.equal(status, 1, words.join(' '));
    assert.equal(stdout, '');
    return stderr;
  };
  assert.match(said('join', 'a', 'b', '--reason', 'x'), /没有编号为“a”的项目。\n没有编号为“b”的项目。/);
  assert.match(said('join', 'a', 'a', '--reason', 'x'), /不能并入自己/);
  assert.match(said('join', 'a', '--reason', 'x'), /用法：links join/);
  assert.match(said('join', 'a', 'b', 'c'), /不接受“c”/);
  assert.match(said('join', 'a', 'b', '--why', 'x'), /不接受“--why”/);
  assert.match(said('part', '1e9', '--reason', 'x'), /没有“1e9”号公告/);
  assert.match(said('part', '1'), /请用 --reason 写明理由/);
});

test('a word that links does not know is refused', () => {
  const { status, stderr } = gongshi(['links', 'whatever']);
  assert.equal(status, 1);
  assert.match(stderr, /不接受“whatever”/);
});
