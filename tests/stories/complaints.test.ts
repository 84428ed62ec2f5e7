import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { pdfOf } from '../notices/files.ts';
import { Database } from '../../src/database/database.ts';
import { byReceipt } from '../../src/complaints/file.ts';
import { insertAsk } from '../../src/complaints/storage.ts';
import { DAY, dayOf } from '../../src/values/date.ts';
import { findUnitByName } from '../../src/accounts/units/storage.ts';
import { recordPath } from '../../src/views/address.ts';
import { axe, complaints, openBrowser, PHONE } from '../browser/browser.ts';
import { enter, forgetCodes } from '../browser/officer.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { KEY } from '../following/world.ts';

let portal: RunningPortal;
let browser: Browser;
before(async () => {
  [portal, browser] = await Promise.all([startPortal({ GONGSHI_KEY: KEY }), openBrowser()]);
});
after(async () => {
  await browser.close();
  await portal.stop();
});

test('a supplier queries an award without scripts, is answered, and everybody reads the summary that a second officer looked at', async () => {
  const database = new Database(portal.path);
  const hospital = findUnitByName(database, '天水市某医院')!;
  const { ocid } = database.get<{ ocid: string }>(
    "SELECT r.ocid FROM records r JOIN party_roles p ON p.ocid = r.ocid JOIN parties n ON n.id = p.party WHERE r.register = 'procurement' AND p.role = 'buyer' AND n.name = ? LIMIT 1",
    hospital.name,
  )!;
  database.close();
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  const heard = complaints(page);
  await page.goto(portal.url + recordPath(ocid));
  await page.click('.exits a:has-text("异议、投诉、反映")');
  assert.match(
    await page.locator('.ways li:has(#way-query)').innerText(),
    /供应商[^]*收到后7个工作日内答复[^]*网上可以提/,
  );
  await page.check('#way-query');
  await page.click('button[value="preview"]');
  assert.match(await page.locator('[role="alert"]').innerText(), /请写明事项[^]*依法要写明身份/);
  await page.fill('#matter', '评分标准第3项与采购需求无关');
  await page.fill('#organisation', '甘肃某科技有限公司');
  await page.fill('#telephone', '0938-0000000');
  await page.click('button[value="preview"]');
  const letter = await page.locator('.letter').innerText();
  assert.match(letter, /质疑书[^]*天水市某医院：[^]*评分标准第3项[^]*政府采购法》第五十三条/);
  await page.click('button[value="submit"]');
  const code = await page.locator('.receipt-code code').innerText();
  assert.match(code, /^(?:[a-z0-9]{4}-){4}[a-z0-9]{4}$/);
  assert.ok(!page.url().includes(code));

  await page.goto(`${portal.url}/complaints/follow`);
  await page.fill('#code', code);
  await page.click('main form button');
  await page.setInputFiles('#file', { name: '评分表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') });
  await page.click('button[value="add"]');
  assert.match(await page.locator('[role="alert"]').innerText(), /评分表\.pdf/, 'what is no PDF is not kept');
  await page.setInputFiles('#file', { name: '评分表.pdf', mimeType: 'application/pdf', buffer: pdfOf('page 18') });
  await page.click('button[value="add"]');
  assert.match(await page.locator('main').innerText(), /已补充[^]*评分表\.pdf/);

  const handler = (await enter(browser, portal, 'hospital.complaints', {}, KEY)).page;
  await handler.goto(`${portal.url}/office/complaints`);
  assert.deepEqual(await axe(handler), []);
  await handler.click('th a:has-text("质疑")');
  assert.match(await handler.locator('main').innerText(), /甘肃某科技有限公司[^]*0938-0000000/);
  assert.deepEqual(await axe(handler), []);
  const [file] = await Promise.all([handler.waitForEvent('download'), handler.click('a:has-text("评分表.pdf")')]);
  assert.deepEqual(readFileSync(await file.path()), pdfOf('page 18'));
  await handler.click('button[value="answer"]');
  assert.match(await handler.locator('[role="alert"]').innerText(), /请写明内容/);
  await handler.fill('#text', '已修改评分标准，另行发布更正公告。');
  await handler.fill('#summary-text', '采购人修改了评分标准第3项。');
  await handler.click('button[value="answer"]');
  assert.match(await handler.locator('main').innerText(), /已答复[^]*摘要等另一位受理员核对/);
  assert.equal(await handler.locator('button[value="publish"]').count(), 0, 'not by who wrote it');

  const second = (await enter(browser, portal, 'hospital.issuer', {}, KEY)).page;
  await second.goto(handler.url());
  await second.click('button[value="publish"]');
  assert.match(await second.locator('main').innerText(), /摘要已公开/);

  await page.goto(`${portal.url}/complaints/follow`);
  await page.fill('#code', code.toUpperCase());
  await page.click('main form button');
  assert.match(await page.locator('main').innerText(), /已答复[^]*已修改评分标准/);
  await page.goto(portal.url + recordPath(ocid));
  assert.match(
    await page.locator('section:has(#answers), #answers').first().innerText(),
    /质疑[^]*已答复[^]*采购人修改了评分标准第3项/,
  );
  await page.goto(`${portal.url}/complaints`);
  assert.match(await page.locator('table').innerText(), /天水市某医院[^]*1/);
  // Nobody else of the unit sees who asked.
  const author = (await enter(browser, portal, 'hospital.author', {}, KEY)).page;
  const hidden = await author.goto(handler.url());
  assert.equal(hidden!.status(), 404);
  assert.deepEqual(heard, []);
});

test('in a rush the browser does a little work first; an answer that comes late is said to be late, and a supervisor sees it stand', async () => {
  const database = new Database(portal.path);
  const { ocid } = database.get<{ ocid: string }>(
    "SELECT r.ocid FROM records r JOIN party_roles p ON p.ocid = r.ocid JOIN parties n ON n.id = p.party WHERE r.register = 'procurement' AND p.role = 'buyer' AND n.name = '天水市某医院' ORDER BY r.ocid DESC LIMIT 1",
  )!;
  for (let more = 0; more < 60; more++) insertAsk(database, `network-${more}`, Date.now());
  const page = await (await browser.newContext({ viewport: PHONE })).newPage();
  const heard = complaints(page);
  await page.goto(`${portal.url}/complaints/new?about=${encodeURIComponent(recordPath(ocid))}`);
  await page.check('#way-query');
  await page.fill('#matter', '评分标准第3项与采购需求无关');
  await page.fill('#organisation', '甘肃某科技有限公司');
  await page.fill('#telephone', '0938-0000000');
  await page.click('button[value="preview"]');
  await page.waitForFunction(() => document.querySelector('#work-said')?.textContent === '可以提交了。');
  assert.deepEqual(await axe(page), []);
  await page.click('button[value="submit"]');
  const code = await page.locator('.receipt-code code').innerText();
  assert.deepEqual(heard, []);

  // Ten days before, and its seven working days are over.
  const { id } = byReceipt(database, code)!;
  database.run(
    'UPDATE complaints SET filed_at = ?, due_on = ? WHERE id = ?',
    Date.now() - 20 * DAY,
    dayOf(Date.now() - 2 * DAY),
    id,
  );
  database.run("DELETE FROM officer_roles WHERE officer = (SELECT id FROM officers WHERE sign_in = 'hospital.admin')");
  database.run(
    "INSERT INTO officer_roles (officer, role) SELECT id, 'supervisor' FROM officers WHERE sign_in = 'hospital.admin'",
  );
  database.close();

  forgetCodes(portal);
  const supervisor = (await enter(browser, portal, 'hospital.admin', { javaScriptEnabled: false }, KEY)).page;
  await supervisor.goto(`${portal.url}/office/complaints/${id}`);
  const seen = await supervisor.locator('main').innerText();
  assert.match(seen, /超期[^]*监督员看得到办到哪一步/);
  assert.doesNotMatch(seen, /甘肃某科技|0938-0000000|评分标准/);
  assert.equal(await supervisor.locator('button[value="answer"]').count(), 0);
  await supervisor.fill('#remark-text', '已经超期，请尽快答复');
  await supervisor.click('button[value="remark"]');
  assert.match(await supervisor.locator('main').innerText(), /监督意见[^]*已经超期，请尽快答复/);

  const handler = (await enter(browser, portal, 'hospital.complaints', {}, KEY)).page;
  await handler.goto(`${portal.url}/office/complaints/${id}`);
  assert.match(await handler.locator('main').innerText(), /已经超期，请尽快答复/);
  await handler.fill('#text', '评分标准不改，理由如下。');
  await handler.fill('#summary-text', '采购人说明了评分标准的理由。');
  await handler.click('button[value="answer"]');
  const other = (await enter(browser, portal, 'hospital.issuer', {}, KEY)).page;
  await other.goto(`${portal.url}/office/complaints/${id}`);
  await other.click('button[value="publish"]');
  await page.goto(portal.url + recordPath(ocid));
  assert.match(await page.locator('main').innerText(), /已答复，应于\d{4}-\d\d-\d\d前，\d{4}-\d\d-\d\d才答复/);
  await page.goto(`${portal.url}/complaints/follow`);
  await page.fill('#code', code);
  await page.click('main form button');
  assert.doesNotMatch(await page.locator('main').innerText(), /监督意见|请尽快答复/);
});
