import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { Browser, Page } from 'playwright';
import { axe, DESK, openBrowser, PHONE } from '../browser/browser.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { addressIn, projectCode } from './world.ts';

let portal: RunningPortal;
let browser: Browser;

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await portal.stop();
});

async function visit(
  path: string,
  options: { javaScriptEnabled?: boolean; viewport?: typeof DESK } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  await page.goto(portal.url + path);
  return page;
}

test('a citizen without JavaScript searches two characters from the home page and reads the whole story of a project', async () => {
  const page = await visit('/', { javaScriptEnabled: false });
  await page.getByRole('searchbox').fill('湖滨');
  await page.getByRole('button', { name: '搜索' }).click();
  await page
    .getByRole('link', { name: /湖滨路改造工程施工/ })
    .first()
    .click();
  assert.match(await page.locator('h1').innerText(), /湖滨路改造工程施工/);
  const facts = await page.locator('main').innerText();
  for (const word of ['中标', '招标人', '时间线', '已撤回']) assert.ok(facts.includes(word), word);
  await page.context().close();
});

test('the keyboard alone reaches the words, the first result and the way past the menu', async () => {
  const page = await visit('/search');
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), '跳到正文');
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#main$/);
  await page.locator('#q').focus();
  await page.keyboard.type('道路');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  const first = page.locator('.results h3 a').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(records|notices)\//);
  await page.context().close();
});

test('while words are typed, pages are suggested; arrows choose, Escape closes, Enter opens', async () => {
  const page = await visit('/', { viewport: PHONE });
  const box = page.getByRole('combobox');
  await box.focus();
  await page.keyboard.type('湖滨');
  const options = page.getByRole('option');
  await options.first().waitFor();
  assert.deepEqual(await axe(page), []);
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
  assert.equal(await page.locator(':focus').getAttribute('id'), 'q');
  await page.keyboard.press('Escape');
  assert.equal(await options.first().isVisible(), false);
  assert.equal(await box.inputValue(), '湖滨');
  await page.keyboard.type('路');
  await options.filter({ hasText: '湖滨路改造工程施工' }).first().waitFor();
  while (
    !/湖滨路改造工程施工/.test(
      await page
        .locator('[aria-selected=true]')
        .allInnerTexts()
        .then((texts) => texts.join()),
    )
  )
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/records\//);
  await page.context().close();
});

test('every filter is in the address, and taking it off brings the rest back', async () => {
  const page = await visit('/search?q=工程');
  const all = await page.locator('.results > li').count();
  await page.locator('.facet a', { hasText: '政府采购' }).first().click();
  await page.waitForURL(/register=procurement/);
  assert.ok((await page.locator('.results > li').count()) <= all);
  await page.locator('.chip').first().click();
  await page.waitForURL((url) => !url.search.includes('register'));
  assert.equal(await page.locator('.results > li').count(), all);
  await page.context().close();
});

test('a code typed whole goes straight to its record', async () => {
  const code = projectCode(portal.path);
  const page = await visit(`/search?q=${encodeURIComponent(code)}`);
  assert.match(decodeURI(page.url()), /\/records\//);
  await page.context().close();
});

test('a corrected notice shows field by field what changed, a withdrawn one why', async () => {
  const address = addressIn(portal.path);
  const corrected = await visit(address('notice:corrected'));
  assert.ok((await corrected.locator('.diff tbody tr').count()) > 0);
  assert.ok((await corrected.locator('.diff ins').count()) > 0);
  await corrected.context().close();
  const withdrawn = await visit(address('notice:withdrawn'));
  assert.match(await withdrawn.locator('.tombstone').innerText(), /撤回/);
  await withdrawn.context().close();
});

test('any text typed gives a page', async () => {
  for (const q of [
    '"',
    "'; DROP TABLE releases; --",
    '*',
    'AND OR NOT',
    '（',
    '-',
    '单位:',
    '\u{1f600}',
    '%',
    '\\',
    'a'.repeat(500),
    '公'.repeat(300),
    '<script>alert(1)</script>',
    '../../etc/passwd',
  ]) {
    const answer = await fetch(`${portal.url}/search?q=${encodeURIComponent(q)}`);
    assert.equal(answer.status, 200, q);
    // Inside an attribute's quotes a bracket is a bracket.
    assert.ok(!(await answer.text()).replace(/"[^"]*"/g, '').includes('<script>alert(1)'), q);
  }
});

test('a page and its JSON say the same', async () => {
  const address = addressIn(portal.path)('record:land');
  const data = (await (await fetch(`${portal.url}${address}.json`)).json()) as { title: string };
  const page = await visit(address);
  assert.equal(await page.locator('h1').innerText(), data.title);
  await page.context().close();
});

test('English labels and traditional characters are a link away and keep the page', async () => {
  const page = await visit('/land');
  await page.getByRole('link', { name: 'EN' }).click();
  assert.match(page.url(), /\/en\/land$/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByRole('link', { name: '繁' }).click();
  assert.match(page.url(), /\/hant\/land$/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hant');
  assert.match(await page.locator('h1').innerText(), /國有建設用地/);
  await page.context().close();
});

test('while demo data is in, every page says so', async () => {
  for (const path of [
    '/',
    '/search',
    '/construction',
    '/about',
    '/nothing-here',
    '/en',
    addressIn(portal.path)('record:construction'),
  ]) {
    assert.match(await (await fetch(portal.url + path)).text(), /演示数据/, path);
  }
});

test('the first view of a page is within 60 kB compressed, with everything it loads', async () => {
  const page = await visit('/', { viewport: PHONE });
  for (const name of ['/', 'record:construction', '/search?q=道路', '/land']) {
    await page.goto(portal.url + addressIn(portal.path)(name));
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    let bytes = 0;
    for (const url of [page.url(), ...loaded]) bytes += await compressedSize(url);
    assert.ok(bytes <= 60_000, `${name} takes ${bytes} bytes`);
  }
  await page.context().close();
});

function compressedSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        if (answer.headers['content-encoding'] === 'gzip') gunzipSync(body);
        resolve(body.length);
      });
    })
      .on('error', reject)
      .end();
  });
}

test('an assistant asks over HTTP in its language, and on this machine by standard input', async () => {
  const asked = async (transport: StdioClientTransport | StreamableHTTPClientTransport) => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(transport as Transport);
    const { structuredContent } = await client.callTool({ name: 'search', arguments: { q: '湖滨路' } });
    const { tools } = await client.listTools();
    await client.close();
    return { rows: (structuredContent as { rows: { title: string }[] }).rows, title: tools[0]!.title };
  };
  const english = await asked(new StreamableHTTPClientTransport(new URL('/en/mcp', portal.url)));
  assert.match(english.rows[0]!.title, /湖滨路/);
  assert.equal(english.title, 'Search notices');
  const env = { ...getDefaultEnvironment(), GONGSHI_DATA: dirname(portal.path) };
  const args = ['src/cli/gongshi.ts', 'mcp'];
  const here = await asked(new StdioClientTransport({ command: process.execPath, args, env }));
  assert.deepEqual(here.rows[0]!.title, english.rows[0]!.title);
  assert.equal((await fetch(`${portal.url}/mcp`, { method: 'POST', body: '{' })).status, 406);
});

test('in large print at 390 px a day, a sum and what stands for a name stay on one line, marked or not', async () => {
  const page = await visit('/?print=large', { viewport: PHONE });
  const address = addressIn(portal.path);
  for (const path of [address('notice:corrected'), address('record:mining'), address('lakeside')]) {
    await page.goto(portal.url + path);
    const broken = await page.locator('main .kept').evaluateAll((all) =>
      all
        .filter((one) => {
          const range = document.createRange();
          const number =
            one.matches('td') &&
            [...one.childNodes].find(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
          range.selectNodeContents(number || one);
          const boxes = [...range.getClientRects()];
          return boxes.length > 0 && Math.max(...boxes.map(({ bottom }) => bottom)) - boxes[0]!.bottom > 8;
        })
        .map(({ textContent }) => textContent),
    );
    assert.deepEqual(broken, [], path);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width, path);
  }
  await page.goto(portal.url + address('notice:corrected'));
  assert.ok((await page.locator('.kept:has(del):has(ins)').count()) > 0);
  await page.context().close();
});

test('a printed calendar has its days, and no ways to other days or addresses to copy', async () => {
  const page = await visit('/calendar');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.agenda, .month').first().isVisible());
  for (const name of ['下个月', '订阅'])
    assert.equal(await page.getByRole('link', { name }).first().isVisible(), false);
  await page.context().close();
});

/** What stands on two lines and should stand on one: days, months and heads of columns. */
const BROKEN = String.raw`(() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const head = node.parentElement.closest('thead th');
    const words = head ? /\S{1,4}/g : /\d{4}-\d{2}(-\d{2})?|\d{4}年\d{1,2}月\d{1,2}日/g;
    if (!node.parentElement.checkVisibility() || head?.getBoundingClientRect().width < 5) continue;
    for (const { 0: text, index } of node.data.matchAll(words)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      const tops = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top / 8));
      if (new Set(tops).size > 1) found.push(text);
    }
  }
  return found;
})()`;

test('on a phone no day, month or short head of a column is broken', async () => {
  for (const path of [
    '/laws/city-opinion-2012',
    '/cases',
    '/fees/zr-01',
    '/method/holidays',
    '/procurement/electronic',
    '/procurement/savings',
  ]) {
    const page = await visit(path, { viewport: PHONE });
    assert.deepEqual(await page.evaluate(BROKEN), [], path);
    await page.context().close();
  }
});

test('a label with nothing beneath it is not shown', async () => {
  const page = await visit('/hotlines', { viewport: PHONE });
  const empty = page.locator('td[data-label]:visible').filter({ hasText: /^$/ });
  assert.equal(await empty.count(), 0);
  assert.ok(await page.getByText('12345').isVisible());
  await page.goto(`${portal.url}/fees?family=deposit`);
  assert.equal(await page.locator('.dept-nav').count(), 0);
  await page.context().close();
});

test('what is to be asked is the page itself before an answer, and a fold away after one', async () => {
  const page = await visit('/fees/check');
  assert.equal(await page.locator('main details').count(), 0);
  assert.ok(await page.locator('#fee').isVisible());
  await page.goto(`${portal.url}/fees/check?fee=不动产登记费&kind=1&paid=100`);
  assert.ok(!(await page.locator('#fee').isVisible()));
  await page.locator('main summary', { hasText: '改一改' }).click();
  assert.ok(await page.locator('#fee').isVisible());
  await page.context().close();
});

test('on paper the catalogue says which family it is, and nothing asks to be filled in', async () => {
  const page = await visit('/fees?family=fund');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.fee-tabs a:visible').count(), 1);
  assert.match(await page.locator('.fee-tabs a:visible').innerText(), /政府性基金/);
  for (const path of ['/fees', '/api', '/hotlines']) {
    await page.goto(portal.url + path);
    assert.equal(await page.locator('main :is(input, select, button):visible').count(), 0, path);
    assert.ok(!(await page.locator('.foot').innerText()).includes('未配置'), path);
  }
  await page.context().close();
});

test('a reader of English finds the departments of the catalogue in English', async () => {
  const page = await visit('/en/fees');
  assert.match(await page.locator('.dept-nav').innerText(), /Public security/);
  await page.goto(`${portal.url}/en/fees/zr-01`);
  assert.match(await page.locator('.kicker').innerText(), /Natural resources/);
  assert.equal(await page.locator('dd [lang]', { hasText: 'Individuals and enterprises' }).count(), 0);
  await page.context().close();
});
