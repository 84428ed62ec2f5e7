import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from '../promises/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-links-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function gongshi(words: string[], environment: Record<string, string> = {}) {
  const { PATH } = process.env;
  return spawnSync(process.execPath, ['src/cli/gongshi.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH, GONGSHI_DATA: join(folder, 'data'), ...environment },
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

test('a word that links does not know is refused', () => {
  const { status, stderr } = gongshi(['links', 'whatever']);
  assert.equal(status, 1);
  assert.match(stderr, /不接受“whatever”/);
});
