import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { Database } from '../../src/database/database.ts';
import { axe, complaints, openBrowser, PHONE } from '../browser/browser.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { KEY, mailServer } from '../following/world.ts';
import { publish } from '../../src/notices/publish.ts';
import { minuteOf } from '../../src/values/date.ts';
import { tenderNotice } from './lakeside-road.ts';

let portal: RunningPortal;
let browser: Browser;
let smtp: Awaited<ReturnType<typeof mailServer>>;

before(async () => {
  smtp = await mailServer();
  [portal, browser] = await Promise.all([
    startPortal({
      GONGSHI_KEY: KEY,
      GONGSHI_SMTP: smtp.url,
      GONGSHI_MAIL_FROM: '公示 <notices@gongshi.example>',
    }),
    openBrowser(),
  ]);
});
after(async () => {
  await browser.close();
  await portal.stop();
  await smtp.close();
});

test('a reader without scripts follows a search, confirms, is told of a new notice, and stops by one click', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  const heard = complaints(page);
  await page.goto(`${portal.url}/search?q=${encodeURIComponent('路灯')}`);
  await page.click('.exits a:has-text("关注")');
  assert.equal(await page.locator('h1').innerText(), '关注：路灯');
  await page.fill('#address', 'reader');
  await page.click('main form button');
  assert.match(await page.locator('[role="alert"]').innerText(), /“reader”不是完整的电子邮箱/);
  assert.equal(await page.inputValue('#address'), 'reader');
  await page.fill('#address', 'reader@example.cn');
  await page.click('main form button');
  assert.match(await page.locator('[role="status"]').innerText(), /确认马上就到/);

  const asked = await smtp.mail(1);
  const path = /\/follow\/[\w-]+/.exec(asked.text!)![0];
  await page.goto(portal.url + path);
  assert.match(await page.locator('main').innerText(), /r\*\*\*@example\.cn/);
  await page.click('button[value="confirm"]');
  assert.match(await page.locator('[role="status"]').innerText(), /已确认/);

  const database = new Database(portal.path);
  const now = Date.now();
  publish(
    database,
    {
      ...tenderNotice,
      id: 'street-lamps',
      title: '某路路灯改造工程招标公告',
      number: 'LD-1-01',
      project: { code: 'LD-1', name: '某路路灯改造工程' },
      publishedAt: minuteOf(now),
    },
    { actor: 'test', now },
  );
  database.close();
  const told = await smtp.mail(2);
  assert.match(told.subject!, /^招标公告：某路路灯改造工程/);
  const notice = /\/notices\/\d+/.exec(told.text!)![0];
  await page.goto(portal.url + notice);
  assert.equal(
    await page
      .locator('h1')
      .innerText()
      .then((text) => text.includes('路灯')),
    true,
  );
  await page.goto(portal.url + path);
  assert.match(await page.locator('#deliveries, section:has(#deliveries)').first().innerText(), /新公告.*已送达/);
  assert.deepEqual(await axe(await withScripts(portal.url + path)), []);

  // What a mail program does: no page, no cookie, no origin (RFC 8058).
  const stop = told.headers.find(({ key }) => key === 'list-unsubscribe')!.value.slice(1, -1);
  const answer = await fetch(portal.url + new URL(stop).pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  assert.equal(answer.status, 200);
  await page.goto(portal.url + path);
  assert.match(await page.locator('main').innerText(), /这个关注不存在/);
  assert.deepEqual(heard, []);

  async function withScripts(address: string) {
    const other = await browser.newPage({ viewport: PHONE });
    await other.goto(address);
    return other;
  }
});
