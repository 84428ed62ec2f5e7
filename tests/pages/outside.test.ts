import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { capture, type PageHandler } from '../../src/door/page-handler.ts';
import { scriptText } from '../../src/views/outside/structured.ts';
import { asked, builtPages } from './built.ts';
import { addressIn } from './world.ts';

let handler: PageHandler;
let address: (name: string) => string;
const folder = mkdtempSync(join(tmpdir(), 'gongshi-outside-'));
before(async () => {
  const built = await builtPages(folder);
  handler = built.handler;
  address = addressIn(built.path);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The head of a page, as a search engine or a chat reads it. */
async function headOf(url: string) {
  const { status, body } = await capture(handler, asked(encodeURI(decodeURI(url))));
  const html = new TextDecoder().decode(body);
  const one = (pattern: RegExp) => unescaped(pattern.exec(html)?.[1] ?? '');
  const property = (name: string) => one(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`));
  return {
    status,
    html,
    property,
    whole: one(/<title>([^<]*)<\/title>/),
    title: property('og:title'),
    description: property('description'),
    canonical: one(/<link rel="canonical" href="([^"]*)"/),
    languages: new Map(
      [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(([, of, to]) => [of, to]),
    ),
  };
}

const NOTICES = [
  'record:construction',
  'record:land',
  'record:mining',
  'notice:award',
  'notice:withdrawn',
  'notice:correction',
];

/** What stands under some names, at whatever depth. */
function valuesOf(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'string' ? (names.includes(name) ? [one] : []) : valuesOf(one, names),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}

test('a record tells from outside who got it, for how much and when', async () => {
  const { whole, title, description, property } = await headOf(address('lakeside'));
  assert.match(title, /^湖滨路改造工程施工：中标 天水××建设有限公司等2家，¥32,145,000\.00（\d{4}-\d\d-\d\d）$/);
  assert.equal(whole, `${title} — 公示 · 天水市公共资源与收费公开平台`);
  assert.match(description, /招标人：天水市××建设管理中心；控制价：¥33,000,000\.00（节约2\.6%）/);
  assert.equal(property('og:type'), 'article');
  assert.equal(property('og:locale'), 'zh_CN');
});

test('a record in English and in traditional characters is told in them', async () => {
  const english = await headOf(`/en${address('lakeside')}`);
  assert.match(english.title, /: Award 天水××建设有限公司 and 1 more, ¥32,145,000\.00 \(\d{4}-\d\d-\d\d\)$/);
  const traditional = await headOf(`/hant${address('lakeside')}`);
  assert.match(traditional.title, /^湖濱路改造工程施工：中標 /);
  assert.equal(traditional.property('og:locale'), 'zh_HK');
});

test('what can still be taken part in is told with its deadline, never with the days left', async () => {
  const titles = [];
  for (const { pathname } of (await mapped()).filter((url) => url.pathname.startsWith('/records/')))
    titles.push((await headOf(pathname)).title);
  assert.ok(
    titles.some((title) => /：招标中，控制价 ¥[\d,.]+，\d{4}-\d\d-\d\d \d\d:\d\d截止$/.test(title)),
    titles.join('\n'),
  );
  assert.ok(titles.some((title) => /：报名已截止，起始价 ¥[\d,.]+，\d{4}-\d\d-\d\d \d\d:\d\d截止$/.test(title)));
  for (const title of titles) assert.doesNotMatch(title, /还有\d+天|今天/);
});

test('a notice is told by its headline, and a withdrawn one as withdrawn, without sums', async () => {
  assert.match(
    (await headOf(address('notice:award'))).title,
    /^中标结果公示：.+，天水.+公司，¥[\d,.]+（\d{4}-\d\d-\d\d）$/,
  );
  const gone = await headOf(address('notice:withdrawn'));
  assert.match(gone.title, /^已撤回：/);
  assert.doesNotMatch(gone.title, /¥/);
});

test('what narrows a list stands in its title, and keeps it out of search engines', async () => {
  const all = await headOf('/construction');
  const some = await headOf('/construction?q=道路&region=620502');
  assert.equal(some.title, `${all.title}：道路，秦州区`);
  assert.equal(all.property('robots'), '');
  for (const url of [
    '/construction?q=道路',
    '/construction?sort=amount',

    '/owed?register=land',
    '/parties?letter=t',
    '/search?q=道路',
  ])
    assert.equal((await headOf(url)).property('robots'), 'noindex', url);
});

test('a fee is told by what is charged, or since when it is not', async () => {
  assert.match((await headOf('/fees/zr-01')).title, /^不动产登记费：住宅 80元\/件（待核），执行中$/);
  assert.match((await headOf('/fees/mz-01')).title, /^婚姻登记费：2017-04-01起取消$/);
});

test('what a page is to programs names only what stands on it', async () => {
  const pages = ['/', '/construction', '/land', '/fees', '/fees/zr-01', '/laws/tendering-law', ...NOTICES.map(address)];
  for (const url of [...pages, ...pages.map((one) => `/en${one}`.replace(/\/$/, ''))]) {
    const { html, canonical } = await headOf(url);
    const [, script = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)!;
    const graph = (JSON.parse(script) as { '@graph': Record<string, unknown>[] })['@graph'];
    const shown = unescaped(
      html.replace(/<script.*?<\/script>/gs, '').replace(/<(?:ins|del|wbr|\/ins|\/del)[^>]*>/g, ''),
    );
    const said = valuesOf(graph, ['name', 'headline', 'creativeWorkStatus', 'identifier']);
    assert.ok(said.length > 0, url);
    for (const text of said) assert.ok(shown.includes(text), `${url}: ${text}`);
    for (const address of valuesOf(graph, ['url', 'item', 'contentUrl'])) assert.ok(URL.canParse(address), address);
    assert.ok(script.includes(canonical), url);
  }
});

test('a title that holds markup stays a title', () => {
  const text = scriptText([{ name: '</script><script>alert(1)</script>' }]);
  assert.doesNotMatch(text, /</);
  assert.deepEqual(valuesOf(JSON.parse(text), ['name']), ['</script><script>alert(1)</script>']);
});

test('every page of the site map has a title of its own, a description, and itself as its one address', async () => {
  const titles = new Map<string, string>();
  for (const url of await mapped()) {
    const head = await headOf(url.pathname);
    assert.equal(head.status, 200, url.href);
    assert.equal(head.canonical, url.href);
    assert.equal(head.languages.get('x-default'), url.href);
    assert.equal(head.property('robots'), '', url.href);
    assert.equal(titles.get(head.whole), undefined, `${url.href}: ${head.whole}`);
    titles.set(head.whole, url.href);
    assert.ok(head.description.length > 0 && [...head.description].length <= 155, `${url.href}: ${head.description}`);
    assert.doesNotMatch(head.title + head.description, /undefined|null|\{\w+\}|；；|。。|，，/, url.href);
  }
  assert.ok(titles.size > 100, `${titles.size} pages`);
});

/** Every page that the site map names, through all its pieces. */
async function mapped(): Promise<URL[]> {
  const read = async (path: string) => {
    const { body } = await capture(handler, asked(path));
    return [...new TextDecoder().decode(body).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, one]) => new URL(unescaped(one!)),
    );
  };
  const found: URL[] = [];
  for (const url of await read('/sitemap.xml')) {
    const piece = await read(url.pathname);
    assert.ok(piece.length > 0, url.href);
    found.push(...piece);
  }
  return found;
}

test('a shared record is shown with a picture drawn here; a page without one says so to nobody', async () => {
  const { property } = await headOf(address('record:construction'));
  const picture = new URL(property('og:image'));
  const { status, headers, body } = await capture(handler, asked(picture.pathname));
  assert.deepEqual([status, headers['content-type']], [200, 'image/png']);
  const png = Buffer.from(body);
  assert.deepEqual([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', 1200, 630]);
  assert.equal((await headOf('/')).property('og:image'), '');
  assert.equal((await capture(handler, asked('/pictures/nothing'))).status, 404);
});
