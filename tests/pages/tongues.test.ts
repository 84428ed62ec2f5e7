import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { openBrowser, PHONE } from '../browser/browser.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';

let portal: RunningPortal;
let browser: Browser;
let page: Page;

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  page = await browser.newPage({ viewport: PHONE });
});
after(async () => {
  await browser.close();
  await portal.stop();
});

/** Texts with Chinese in them that a voice would read as English. */
const UNMARKED = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    const isRead = !parentElement.closest('script, style, option');
    if (isRead && /\\p{Script=Han}/u.test(data) && parentElement.closest('[lang]').lang === 'en') found.push(data.trim());
  }
  return found;
})()`;

test('on English pages every Chinese name and word says that it is Chinese', async () => {
  for (const path of [
    '',
    '/search?q=道路',
    '/search?q=500万以上 10月 医院',
    '/search?q=飞船火箭',
    '/land',
    '/mining',
    '/approvals',
    '/fees',
    '/actions',
    '/discretion',
    '/nope/道路',
    '/complaints',
  ]) {
    await page.goto(`${portal.url}/en${path}`);
    assert.deepEqual(await page.evaluate(UNMARKED), [], path);
  }
});

test('a printed search says what was asked, and prints no box, hint, order or choice', async () => {
  await page.goto(`${portal.url}/search?q=道路`);
  await page.emulateMedia({ media: 'print' });
  const heading = (await page.locator('h1').boundingBox())!;
  assert.ok(heading.width > 100 && heading.height > 20);
  for (const gone of ['.search-help', '.results-line .sort', '.search.main', '.facets'])
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  await page.goto(`${portal.url}/`);
  assert.equal(await page.getByText('有人收了我什么钱').isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
});

test('on a printed list nobody’s name stands a character a line', async () => {
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.goto(`${portal.url}/construction`);
  await page.emulateMedia({ media: 'print' });
  for (const cell of await page.locator('td.is-winner').all()) assert.ok((await cell.boundingBox())!.width >= 80);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(PHONE);
});

test('signs alone are answered by one sentence, and what no section asks a sum for misses none', async () => {
  await page.goto(`${portal.url}/search?q=!!!`);
  const main = await page.locator('main').innerText();
  assert.match(main, /只是符号/);
  assert.doesNotMatch(main, /没有找到|短一些的词|关注|CSV/);
  const mark = await page
    .locator('.elsewhere li')
    .first()
    .evaluate((row) => getComputedStyle(row).listStyleType);
  assert.equal(mark, 'none');
  await page.goto(`${portal.url}/search?register=cases`);
  assert.doesNotMatch(await page.locator('main').innerText(), /见正文/);
});
