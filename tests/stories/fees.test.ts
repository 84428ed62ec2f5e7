import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import type { Browser, Page } from 'playwright';
import { publishedCatalogue } from '../../src/registers/fees/catalogue.ts';
import { DAY, dayOf } from '../../src/values/date.ts';
import { complaints, openBrowser } from '../browser/browser.ts';
import { unfold, beginNotice, enter, forgetCodes } from '../browser/officer.ts';
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
const heading = (page: Page) => page.locator('h1').innerText();

test('a citizen checks three charges and learns what to do, without scripts', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const heard = complaints(page);
  await page.goto(`${portal.url}/fees`);
  await page.fill('#fee', '办护照收了160');
  await page.click('.fee-search button');
  assert.equal(await heading(page), '高于目录记载，差40元（待核）');
  assert.match(await main(page), /2019-06-30以前的标准是这个数[\s\S]*目录记载为120元（待核），请先问[\s\S]*12345/);

  // The kind decides: it is asked for, and chosen.
  await page.goto(`${portal.url}/fees/check?fee=${encodeURIComponent('不動產登記 100元')}`);
  assert.equal(await heading(page), '要看是哪一种');
  await page.click('#lines + *, section:has(#lines) a >> text="住宅"');
  assert.equal(await heading(page), '高于目录记载，差20元（待核）');
  assert.match(await main(page), /80＋10×2＝100元，不算多收/);
  await page.click('summary');
  await page.fill('#paid', '80');
  await page.click('form button >> text=查一查');
  assert.equal(await heading(page), '相符，与应收一致');

  await page.goto(`${portal.url}/fees/check?fee=${encodeURIComponent('结婚登记 9元')}`);
  assert.equal(await heading(page), '目录记载不收，2017年4月1日起已取消（待核）');
  assert.match(await main(page), /目录记载为不收（待核，财税〔2017〕20号），请先问/);
  // On the day before, this portal does not know.
  await page.goto(`${portal.url}/fees/check?fee=${encodeURIComponent('结婚登记')}&paid=9&on=2017-03-31`);
  assert.match(await heading(page), /不能判定/);
  assert.deepEqual(heard, []);
});

test('a search finds the fee beside tenders, and says what belongs to another family', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${portal.url}/search?q=${encodeURIComponent('不动产登记费')}`);
  assert.match(await main(page), /收费目录里有这一项：不动产登记费/);
  assert.match(await page.locator('.results').first().innerText(), /80元\/件等9档/);
  await page.goto(`${portal.url}/search?q=${encodeURIComponent('投标保证金')}`);
  assert.match(await main(page), /“投标保证金”不是行政事业性收费，一般属于涉企保证金/);
  await page.goto(`${portal.url}/search?q=${encodeURIComponent('道路')}`);
  assert.equal(await page.locator('main .callout').count(), 0);
});

test('an officer raises a standard by the new document: today’s and the coming one stand rightly on both sides of the day', async () => {
  const author = (await enter(browser, portal, 'fees.author')).page;
  const first = dayOf(Date.now() + 30 * DAY);
  const eve = dayOf(Date.now() + 29 * DAY);
  await author.goto(`${portal.url}/fees/jy-05`);
  const published = (await author.locator('.timeline a >> text=原文').getAttribute('href'))!.split('/').at(-1)!;
  await author.goto(`${portal.url}/office/drafts/new?from=${published}`);
  await author.click('button[value="follow revision"]');
  await author.waitForURL(/drafts\/d/);
  await unfold(author);
  const values = {
    title: '普通话水平测试费标准调整',
    'fields.basis.0.documentNumber': '某财综〔2026〕1号',
    'fields.effectiveFrom': first,
    'fields.formedOn': dayOf(Date.now()),
    'fields.standards.0.amount': '60',
    'fields.standards.0.printed': '社会人员每人次60元',
  };
  for (const [name, value] of Object.entries(values)) await author.fill(`[name="${name}"]`, value);
  await author.click('button[value="submit"]');
  const draft = author.url();
  const reviewer = (await enter(browser, portal, 'fees.reviewer')).page;
  await reviewer.goto(draft);
  await reviewer.click('button[value="approve"]');
  const issuer = (await enter(browser, portal, 'fees.issuer')).page;
  await issuer.goto(draft);
  await issuer.click('button[value="publish"]');
  assert.match(await issuer.locator('.kicker').innerText(), /已发布/);

  const reader = await (await browser.newContext()).newPage();
  const due = () => reader.locator('section:has(#due) tbody').innerText();
  await reader.goto(`${portal.url}/fees/jy-05`);
  assert.match(await due(), /50元\/人·次[\s\S]*25元\/人·次/);
  assert.match(await reader.locator('.callout').first().innerText(), /起有变动[\s\S]*标准调整：社会人员 60元\/人·次/);
  assert.match(await reader.locator('.timeline').innerText(), /合规，实际0个工作日，规定不超过20个工作日/);
  await reader.goto(`${portal.url}/fees/jy-05?on=${eve}`);
  assert.match(await due(), /50元\/人·次/);
  await reader.goto(`${portal.url}/fees/jy-05?on=${first}`);
  assert.match(await due(), /60元\/人·次[\s\S]*25元\/人·次/);
  assert.match(await main(reader), new RegExp(`${first}起执行中`));
  await reader.goto(`${portal.url}/fees?on=${first}`);
  assert.match(await main(reader), /60元\/人·次/);
  await reader.goto(`${portal.url}/fees`);
  assert.match(await main(reader), new RegExp(`普通话水平测试费[\\s\\S]*${first}起调整`));
  await reader.goto(`${portal.url}/fees/check?fee=${encodeURIComponent('普通话测试社会人员 60元')}&on=${first}`);
  assert.equal(await heading(reader), '相符，与应收一致');
  await reader.goto(`${portal.url}/fees/check?fee=${encodeURIComponent('普通话测试社会人员 60元')}`);
  assert.equal(await heading(reader), '高于目录记载，差10元（待核）');
});

test('an officer may not write a fee of the city: the form says why, and loses nothing', async () => {
  forgetCodes(portal);
  const { page } = await enter(browser, portal, 'fees.author');
  await beginNotice(page, portal, 'fees entry');
  for (const [name, value] of Object.entries({
    title: '市场管理费',
    'project.name': '市场管理费',
    'project.code': 'sc-01',
    'fields.name': '市场管理费',
    'fields.department': '市场监管',
    'fields.catalogueOn': '2026-11-01',
    'fields.basis.0.document': '某办法',
    'fields.standards.0.printed': '每摊每日5元',
    'fields.standards.0.amount': '5',
  }))
    await page.fill(`[name="${name}"]`, value);
  await page.selectOption('[name="region"]', '620502');
  await page.selectOption('[name="fields.family"]', 'administrative');
  await page.selectOption('[name="fields.level"]', 'city');
  await page.selectOption('[name="fields.standards.0.kind"]', 'fixed');
  await page.click('button[value="submit"]');
  assert.match(await main(page), /市、县不得设立收费项目（财综〔2004〕100号/);
  assert.equal(await page.inputValue('[name="fields.name"]'), '市场管理费');
});

test('a revision of the catalogue is compared with the one in force before it is handed in', async () => {
  forgetCodes(portal);
  const { page } = await enter(browser, portal, 'fees.author', { javaScriptEnabled: false });
  const table = (...rows: string[]) =>
    ['部门,项目序号,项目名称,资金管理方式,政策依据,设立级次,涉企,收费标准', ...rows].join('\n');
  const upload = async (text: string) => {
    await page.setInputFiles('#file', { name: '目录.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.click('button >> text=与现行目录比较');
  };
  await page.goto(`${portal.url}/office/catalogue`);
  await upload(
    table(
      '公安,1,往来港澳通行证,缴入地方金库,发改价格〔2019〕914号,国家,否,60元/证',
      '教育,2,择校费,缴入地方国库,某文件,县,否,3000元/生',
    ),
  );
  assert.match(await main(page), /第2行[\s\S]*资金管理方式[\s\S]*第3行[\s\S]*设立级次[\s\S]*市、县不得设立收费项目/);
  await upload(
    table(
      '公安,1,往来港澳通行证,缴入中央和地方国库,发改价格〔2019〕914号,国家,否,80元/证',
      '公安,2,演示新证件费,缴入地方国库,财税〔2026〕1号,国家,否,5元/本',
    ),
  );
  const shown = await main(page);
  assert.match(shown, /新增1项，变动1项，少了\d+项，0项没有变化/);
  assert.match(shown, /往来港澳通行证[\s\S]*收费标准[\s\S]*60元\/证[\s\S]*80元\/证/);
  assert.match(shown, /政策依据|依据/);
  await page.click('button >> text=提交这2项审核');
  assert.match(await main(page), /已提交2份公告/);
  await page.goto(`${portal.url}/office/drafts?state=submitted`);
  assert.match(
    await main(page),
    /演示新证件费列入收费目录[\s\S]*往来港澳通行证列入收费目录|往来港澳通行证列入收费目录[\s\S]*演示新证件费列入收费目录/,
  );
});

test('the catalogue as it downloads comes back unchanged; one changed standard leaves the others as they were', async () => {
  forgetCodes(portal);
  const { page } = await enter(browser, portal, 'fees.author', { javaScriptEnabled: false });
  const csv = await (await fetch(`${portal.url}/fees.csv`)).text();
  const upload = async (text: string) => {
    await page.goto(`${portal.url}/office/catalogue`);
    await page.setInputFiles('#file', { name: '目录.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.click('button >> text=与现行目录比较');
  };
  await upload(csv);
  assert.match(await main(page), /新增0项，变动0项，少了0项，\d+项没有变化。表里另有\d+行属于其他收费种类/);
  await upload(csv.replace('不超过1万元的，每件交纳50元","件"', '每件60元","件"'));
  assert.match(await main(page), /新增0项，变动1项，少了0项[\s\S]*诉讼费/);
  await page.click('button >> text=提交这1项审核');
  await page.goto(`${portal.url}/office/drafts?state=submitted`);
  await page.click('main a:has-text("诉讼费列入收费目录")');
  const shown = await main(page);
  assert.match(shown, /60元/);
  assert.match(shown, /超过1万元至10万元的部分[\s\S]*2\.5%/);

  // What is missing is cancelled by a document, and the notice for it begins here.
  await upload(csv.replace(/^"jy-05".*\r\n/gm, ''));
  await page.click('section:has(#removed) button');
  assert.match(page.url(), /\/office\/drafts\/\w/);
  assert.match(await main(page), /取消/);
});

test('the catalogue downloads as CSV with a byte order mark, XLSX, and JSON that keeps its published schema', async () => {
  const csv = Buffer.from(await (await fetch(`${portal.url}/fees.csv`)).arrayBuffer());
  assert.deepEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const rows = await readSheet(Buffer.from(await (await fetch(`${portal.url}/fees.xlsx`)).arrayBuffer()));
  assert.equal(rows.length, csv.toString().trim().split('\r\n').length);
  assert.ok(rows.some((row) => row.includes('不动产登记费') && row.includes('550元/件')));
  const answer = (await (await fetch(`${portal.url}/fees.json?on=2020-01-01`)).json()) as {
    $schema: string;
    on: string;
    items: { code: string; status: string; lines: { due: { rate: number } | null }[] }[];
  };
  assert.deepEqual(publishedCatalogue.strict().parse(answer), answer);
  assert.equal(answer.on, '2020-01-01');
  assert.equal(answer.items.find(({ code }) => code === 'ga-05')!.lines[0]!.due!.rate, 120);
  const schema = (await (await fetch(answer.$schema)).json()) as {
    properties: { items: { items: { required: string[] } } };
  };
  assert.ok(schema.properties.items.items.required.includes('lines'));
});
