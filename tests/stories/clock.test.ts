import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import nodeIcal from 'node-ical';
import type { Browser, Page } from 'playwright';
import { FRESH_FOR } from '../../src/accounts/permissions.ts';
import { Database } from '../../src/database/database.ts';
import { complaints, openBrowser } from '../browser/browser.ts';
import { beginNotice, enter, unfold } from '../browser/officer.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';

let portal: RunningPortal;
let browser: Browser;
before(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await portal.stop();
});

const main = (page: Page) => page.locator('main').innerText();
const recordOf = (rule: string, verdict: string): string => {
  const database = new Database(portal.path, { readOnly: true });
  try {
    return database.get<{ ocid: string }>('SELECT ocid FROM verdicts WHERE rule = ? AND verdict = ?', rule, verdict)!
      .ocid;
  } finally {
    database.close();
  }
};

test('a reader sees which periods were kept, checks the rule, and what is owed and absent, without scripts', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const heard = complaints(page);
  await page.goto(`${portal.url}/records/${recordOf('P3', 'broken')}`);
  const panel = await page.locator('section:has(#clock)').innerText();
  assert.match(panel, /违反[\s\S]*招标文件提供期[\s\S]*规定不少于5个工作日[\s\S]*《政府采购法实施条例》第三十一条/);
  assert.match(panel, /程序计算，仅供参考，以主管部门认定为准/);
  await page.click('section:has(#clock) >> text=算法');
  await page.click('summary:has-text("招标文件提供期，规定不少于5个工作日")');
  assert.match(await page.locator('#P3').innerText(), /第三十一条/);
  assert.match(await main(page), /覆盖2004-01-01至2026-12-31/);

  await page.goto(`${portal.url}/procurement`);
  assert.match(await main(page), /期限：1项违反/);

  await page.goto(`${portal.url}/owed`);
  assert.match(
    await main(page),
    /武山县某单位公务用车租赁服务[\s\S]*合同公告[\s\S]*《政府采购法实施条例》第五十条[\s\S]*收录：武山县某机关服务中心的全部公告；本站有该单位2026年政府采购公告4份/,
  );
  assert.doesNotMatch(await main(page), /秦安县××镇|P15/);
  await page.click('table a >> text=武山县某机关服务中心 >> nth=0');
  assert.match(await page.locator('h1').innerText(), /武山县某机关服务中心的期限情况/);
  await page.click('.tally a:has-text("应公开未公开")');
  assert.match(await page.locator('section:has(#single)').innerText(), /公务用车租赁服务[\s\S]*未公开[\s\S]*收录：/);
  // A rule that was not compared with its source counts as no violation; what it finds is listed apart.
  await page.goto(`${portal.url}/owed?basis=unverified`);
  assert.match(await main(page), /不列为应公开未公开[\s\S]*秦安县××镇[\s\S]*国土资源部令第39号第二十二条 待核/);
  await page.goto(`${portal.url}/search?due=overdue`);
  assert.match(await page.locator('.results').innerText(), /公务用车租赁服务/);
  await page.goto(`${portal.url}/search?due=publicity`);
  assert.ok((await page.locator('.results > li').count()) > 0);
  assert.deepEqual(heard, []);
});

test('the calendar shows what falls on a day, and an independent parser reads every subscription', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${portal.url}/calendar?by=month`);
  assert.ok((await page.locator('.happenings > li').count()) > 3);
  const ended = recordOf('L1', 'kept');
  for (const path of [
    '/calendar.ics',
    '/calendar.ics?register=land',
    `/search.ics?register=construction`,
    `/records/${ended}.ics`,
  ]) {
    const answer = await fetch(portal.url + path);
    assert.match(answer.headers.get('content-type')!, /^text\/calendar/);
    const text = await answer.text();
    const parsed = nodeIcal.sync.parseICS(text);
    const events = Object.values(parsed).filter((one) => one?.type === 'VEVENT');
    assert.equal(events.length, text.match(/BEGIN:VEVENT/g)?.length ?? 0, path);
    assert.ok(events.length > 0, path);
    assert.match(text, /X-WR-TIMEZONE:Asia\/Shanghai/);
    // The same addresses whenever they are asked for, so that a calendar updates what it has.
    assert.equal(await (await fetch(portal.url + path)).text(), text);
  }
  const database = new Database(portal.path, { readOnly: true });
  const { ocid, deadline, releases } = database.get<{ ocid: string; deadline: number; releases: number }>(
    "SELECT ocid, deadline, releases FROM records WHERE stage = 'tender' AND deadline IS NOT NULL AND releases > 1 LIMIT 1",
  )!;
  const terminated = database.get<{ ocid: string }>(
    "SELECT ocid FROM records WHERE stage = 'terminated' AND deadline IS NOT NULL LIMIT 1",
  )!.ocid;
  database.close();
  const of = async (id: string) =>
    Object.values(nodeIcal.sync.parseICS(await (await fetch(`${portal.url}/records/${id}.ics`)).text())).find(
      (one) => one?.type === 'VEVENT' && /-closes@/.test(one.uid),
    ) as unknown as { start: Date; sequence: string; status: string };
  const closes = await of(ocid);
  assert.deepEqual(
    [closes.start.getTime(), Number(closes.sequence), closes.status],
    [deadline, releases - 1, 'CONFIRMED'],
  );
  assert.equal((await of(terminated)).status, 'CANCELLED');
});

test('dates are judged while they are typed, and what violates a rule is published only with its reason', async () => {
  const { page: author } = await enter(browser, portal, 'hospital.author');
  await beginNotice(author, portal, 'procurement tender');
  await author.selectOption('[name="fields.method"]', 'open');
  await author.fill('[name="fields.documentsFrom"]', '2026-12-01T09:00');
  await author.fill('[name="fields.documentsUntil"]', '2026-12-03T17:00');
  // Said at the date that it concerns, and in the list of all, which is folded.
  await author.locator('#f-fields-documentsUntil-verdicts', { hasText: '实际2个工作日' }).waitFor();
  assert.match(
    await author.locator('#f-fields-documentsUntil-verdicts').innerText(),
    /违反[\s\S]*招标文件提供期，实际2个工作日，规定不少于5个工作日[\s\S]*不早于2026-12-08/,
  );
  assert.match((await author.locator('#draft-verdicts').textContent())!, /实际2个工作日/);
  await author.goto(author.url());
  await unfold(author);
  const call = {
    title: '天水市某医院检验试剂采购招标公告',
    'project.name': '天水市某医院检验试剂采购',
    'project.code': 'TS-CG-2026-0960',
    'fields.buyer.name': '天水市某医院',
    'fields.budget': '86万元',
    'fields.requirement': '检验试剂一批',
    'fields.term': '合同签订后三十日内供货',
    'fields.qualification': '符合《政府采购法》第二十二条',
    'fields.documentsWhere': '网上',
    'fields.documentsHow': '登录下载',
    'fields.noticePeriod': '五个工作日',
    'fields.bidDeadline': '2026-12-28T09:30',
    'fields.openingAt': '2026-12-28T09:30',
    'fields.openingPlace': '网上',
  };
  for (const [name, value] of Object.entries(call)) await author.fill(`[name="${name}"]`, value);
  await author.selectOption('[name="fields.consortium"]', 'false');
  await author.selectOption('[name="region"]', '620502');
  await author.click('button[value="submit"]');
  assert.match(await author.locator('.missing, [role=alert]').first().innerText(), /不符合法定期限，须写明原因/);
  for (const box of await author.locator('textarea[name^="explanations."]').all())
    await box.fill('因交易系统停机检修，经主管部门同意缩短。');
  await author.click('button[value="submit"]');
  assert.match(await author.locator('.kicker').innerText(), /待审核/);
  const { page: issuer } = await enter(browser, portal, 'hospital.issuer');
  await issuer.goto(author.url());
  assert.match(
    await issuer.locator('section:has(#periods)').innerText(),
    /违反[\s\S]*招标文件提供期[\s\S]*因交易系统停机检修/,
  );
  await issuer.click('button[value="approve"]');
  await issuer.click('button[value="publish"]');
  await issuer.click('text=查看公开页面');
  await issuer.click('.crumbs a >> nth=-1');
  assert.match(
    await issuer.locator('section:has(#clock)').innerText(),
    /违反[\s\S]*招标文件提供期[\s\S]*单位说明：因交易系统停机检修/,
  );
  // The desk says what comes due.
  const { page: land } = await enter(browser, portal, 'land.author');
  await land.goto(`${portal.url}/office`);
  assert.match(await main(land), /近期到期[\s\S]*出让活动结束至公布结果/);
});

test('the administrator sees what the next year’s holidays change, and takes them in by a code', async () => {
  const { page } = await enter(browser, portal, 'platform.admin', { javaScriptEnabled: false });
  await page.goto(`${portal.url}/office/calendar`);
  assert.match(await main(page), /2026年工作日历[\s\S]*248个工作日[\s\S]*1休[\s\S]*4班/);
  await page.click('text=2027，未到');
  await page.click('main form button');
  assert.match(await page.locator('[role=alert]').innerText(), /缺少/);
  await page.fill('#rest', '元旦 01-01\n春节 02-05 02-06 02-07 02-08 02-09 02-10 02-11');
  await page.fill('#work', '01-31 02-13');
  await page.fill('#source', '演示通知');
  await page.click('main form button');
  assert.match(await main(page), /新的一年，会改\d+条期限的结论[\s\S]*未覆盖/);
  // Nobody saves what they did not look at, and no session does it that was left open.
  await page.fill('#source', '另一份通知');
  await page.click('button[value="save"]');
  assert.match(await page.locator('[role=alert]').innerText(), /和看过的不同/);
  const database = new Database(portal.path);
  database.run('UPDATE sessions SET confirmed_at = confirmed_at - ?', FRESH_FOR + 1);
  await page.click('button[value="save"]');
  assert.match(await page.locator('[role=alert]').innerText(), /重新验证身份/);
  assert.equal(await page.locator('#code').count(), 1);
  database.run('UPDATE sessions SET confirmed_at = confirmed_at + ?', FRESH_FOR + 1);
  database.close();
  await page.click('button[value="save"]');
  assert.match(await page.locator('[role=status]').innerText(), /2027年已保存/);
  await page.goto(`${portal.url}/method/holidays`);
  assert.match(await main(page), /覆盖2004-01-01至2027-12-31[\s\S]*2027[\s\S]*另一份通知/);
});
