import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { ROOT } from '../promises/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function gongshi(words: string[], environment: Record<string, string> = {}) {
  const { PATH, NODE_COMPILE_CACHE = '' } = process.env;
  return spawnSync(process.execPath, ['src/cli/gongshi.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH, NODE_COMPILE_CACHE, GONGSHI_DATA: join(folder, 'data'), ...environment },
  });
}

test('an unknown command is refused, and the known ones are named', () => {
  const { status, stderr } = gongshi(['publsih']);
  assert.equal(status, 1);
  assert.match(stderr, /没有“publsih”这个命令.*serve, migrate, seed, import, export, read, mcp, rebuild/);
  assert.match(gongshi(['constructor']).stderr, /没有“constructor”/);
});

test('an operator whose shell is English is answered in English', () => {
  assert.match(gongshi(['publsih'], { LANG: 'en_GB.UTF-8' }).stderr, /There is no command "publsih"/);
  assert.match(gongshi(['help'], { LC_ALL: 'en_US.UTF-8' }).stdout, /serve +start the site/);
});

test('a wrong setting ends the command with a sentence that names it, and nothing is made', () => {
  const { status, stderr } = gongshi(['migrate'], { PORT: 'http' });
  assert.equal(status, 1);
  assert.match(stderr, /^PORT 设成了“http”。请填 1 到 65535 之间的整数/);
  assert.ok(!existsSync(join(folder, 'data')));
});

test('a command that takes no words refuses them', () => {
  assert.match(gongshi(['migrate', 'now']).stderr, /不接受“now”/);
});

test('migrating makes the data folder and says so; a second time there is nothing to do', () => {
  const environment = { GONGSHI_DATA: join(folder, 'fresh') };
  assert.match(gongshi(['migrate'], environment).stdout, /0001-foundation\.sql/);
  assert.match(gongshi(['migrate'], environment).stdout, /已是当前版本/);
});

test('a data folder under a path that is not there is refused, and the path is not made', () => {
  const { status, stderr } = gongshi(['migrate'], { GONGSHI_DATA: join(folder, 'mistyped/data') });
  assert.equal(status, 1);
  assert.match(stderr, /不能使用数据文件夹/);
  assert.ok(!existsSync(join(folder, 'mistyped')));
});

test('a data folder that is a file is refused', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { status, stderr } = gongshi(['migrate'], { GONGSHI_DATA: file });
  assert.equal(status, 1);
  assert.match(stderr, /不能使用数据文件夹/);
});

test('a database of a newer program is left alone', () => {
  const data = join(folder, 'newer');
  gongshi(['migrate'], { GONGSHI_DATA: data });
  const database = new Database(join(data, 'gongshi.sqlite'));
  database.handle.exec('PRAGMA user_version=9999');
  database.close();
  const { status, stderr } = gongshi(['migrate'], { GONGSHI_DATA: data });
  assert.equal(status, 1);
  assert.match(stderr, /更新的版本建立（9999）/);
});

test('serving without a build says what to do', () => {
  const { status, stderr } = gongshi(['serve'], { GONGSHI_DIST: join(folder, 'none') });
  assert.equal(status, 1);
  assert.match(stderr, /网页还没有构建/);
});

test('a folder for refused rows is made; where it cannot be, that is said before anything goes in', () => {
  const environment = { GONGSHI_DATA: join(folder, 'rejects-data') };
  const file = join(folder, 'mixed.jsonl');
  const notice = {
    id: 'a',
    register: 'construction',
    kind: 'tender',
    title: '湖滨路改造工程施工招标公告',
    publishedAt: '2026-03-01 09:00',
    firstPublished: { medium: '某网' },
  };
  writeFileSync(file, `${JSON.stringify(notice)}\n${JSON.stringify({ ...notice, id: 'b', publishedAt: '?' })}\n5\n`);
  for (const unusable of [join(folder, 'mistyped/rejects'), file]) {
    const { status, stdout, stderr } = gongshi(['import', file, '--rejects', unusable], environment);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /^未收的行不能写到 .*没有导入任何内容。\n$/);
  }
  assert.ok(!existsSync(join(folder, 'mistyped')) && !existsSync(environment.GONGSHI_DATA));
  const made = join(folder, 'rejects');
  assert.equal(gongshi(['import', file, '--rejects', made], environment).status, 2);
  assert.ok(existsSync(join(made, 'mixed.jsonl.rejected.jsonl')));
});
