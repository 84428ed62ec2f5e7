import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startPortal } from '../browser/portal.ts';
import { emptyHouse, published, tenderNotice } from '../stories/lakeside-road.ts';

const data = mkdtempSync(join(tmpdir(), 'gongshi-held-'));
after(() => rmSync(data, { recursive: true, force: true }));

test('a portal whose database is behind its mark serves readers, shuts the office, and says what to do', async (context) => {
  const database = emptyHouse(join(data, 'gongshi.sqlite'));
  const [first] = published(database, tenderNotice);
  database.close();
  writeFileSync(join(data, 'gongshi.mark'), '{"seq":9,"hash":"h"}\n');
  const portal = await startPortal({ GONGSHI_DATA: data });
  context.after(() => portal.stop());
  assert.match(portal.errors(), /最后的发布编号是 1，高水位记录是 9 .*gongshi restore.*--accept[^]*只供查阅/);
  assert.equal((await fetch(`${portal.url}/notices/${first!.id}`)).status, 200);
  const office = await fetch(`${portal.url}/office`, { redirect: 'manual' });
  assert.equal(office.status, 503);
  assert.match(await office.text(), /只供查阅/);
});
