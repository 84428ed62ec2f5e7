import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright';
import { Sealer } from '../../src/accounts/sealer.ts';
import { findUnitByName } from '../../src/accounts/units/storage.ts';
import { byReceipt, file } from '../../src/complaints/file.ts';
import { Database } from '../../src/database/database.ts';
import { axe, complaints, DESK, openBrowser, PHONE } from '../browser/browser.ts';
import { beginNotice, enter, giveName, writeGrant } from '../browser/officer.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { ROOT } from '../promises/source.ts';
import { OFFICE } from './addresses.ts';

let portal: RunningPortal;
let browser: Browser;
/** Contexts by who is in them; signing in is slow on purpose, so each officer does it once. */
const inside = new Map<string, BrowserContext>();
const named: Record<string, string> = {};

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  const { PATH, NODE_COMPILE_CACHE = '' } = process.env;
  const invite = spawnSync(
    process.execPath,
    [
      'src/cli/gongshi.ts',
      'user',
      'invite',
      '--name',
      '某新人',
      '--sign-in',
      'newcomer',
      '--staff-number',
      'N-1',
      '--roles',
      'author',
      '--unit',
      '天水市某自然资源局',
    ],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH, NODE_COMPILE_CACHE, GONGSHI_DATA: dirname(portal.path), GONGSHI_ORIGIN: portal.url },
    },
  );
  named['invitation'] = new URL(/http\S+/.exec(invite.stdout)![0]).pathname;
  const author = await visitor('land.author');
  const page = await author.newPage();
  await writeGrant(page, portal);
  await page.click('button[value="submit"]');
  named['submitted'] = new URL(page.url()).pathname;
  await beginNotice(page, portal, 'land plan');
  named['draft'] = new URL(page.url()).pathname;
  const database = new Database(portal.path, { readOnly: true });
  named['new:from'] =
    `/office/drafts/new?from=${database.get<{ id: number }>("SELECT max(id) AS id FROM releases WHERE register = 'land' AND kind = 'grant'")!.id}`;
  named['redaction'] = named['new:from']!.replace('/office/drafts/new?from', '/office/redactions?release');
  database.close();
  named['complaint'] = `/office/complaints/${fileOne()}`;
});

/** A remark to the hospital, as its page would file it. */
function fileOne(): string {
  const database = new Database(portal.path);
  const unit = findUnitByName(database, '天水市某医院')!.id;
  const filed = file(
    database,
    new Sealer('k'.repeat(40), 'complaint'),
    {
      way: 'tell',
      unit,
      register: '',
      ocid: '',
      path: '/complaints',
      category: 'openness',
      words: { about: '天水市某医院', matter: '窗口没有公示收费标准', why: '', want: '' },
      contact: { organisation: '', code: '', name: '', telephone: '' },
      mayPublish: true,
      barred: [],
      once: 'once',
    },
    '203.0.113.0/24',
    Date.now(),
  );
  if (!filed.ok) throw new Error(JSON.stringify(filed.refusals));
  const { id } = byReceipt(database, filed.value)!;
  database.close();
  return id;
}

after(async () => {
  await browser.close();
  await portal.stop();
});

async function visitor(who: string): Promise<BrowserContext> {
  let context = inside.get(who);
  if (context) return context;
  if (who === '') context = await browser.newContext();
  else if (who === 'invited') {
    context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(portal.url + named['invitation']);
    await page.fill('#password', '雨后石板路上有三只灰鸽子散步，一只白的');
    await page.click('main form button');
    await page.waitForURL('**/office/enrolment');
    await page.close();
  } else if (who.startsWith('half:')) {
    context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${portal.url}/office`);
    await giveName(page, who.slice(5));
    await page.waitForURL('**/office/factor');
    await page.close();
  } else {
    ({ context } = await enter(browser, portal, who));
  }
  inside.set(who, context);
  return context;
}

const addressOf = (name: string) => {
  const [, first, rest = ''] = /^([^/]+)(\/.*)?$/.exec(name) ?? [];
  return first && named[first] ? named[first] + rest : name;
};

for (const [file, visits] of Object.entries(OFFICE)) {
  test(`${file}: axe finds nothing at WCAG 2.2 AA, nothing scrolls sideways, nothing breaks the content policy`, async () => {
    for (const [who, ...addresses] of visits) {
      const page = await (await visitor(who)).newPage();
      const heard = complaints(page);
      for (const name of addresses) {
        for (const [viewport, colorScheme] of [
          [DESK, 'light'],
          [PHONE, 'dark'],
        ] as const) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          await page.goto(portal.url + addressOf(name));
          const where = `${addressOf(name)} by ${who || 'nobody'} at ${viewport.width} px, ${colorScheme}`;
          assert.equal(new URL(page.url()).pathname, addressOf(name).split('?')[0], where);
          assert.deepEqual(await axe(page), [], where);
          assert.equal(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
            0,
            `${where} scrolls sideways`,
          );
          assert.deepEqual(heard.splice(0), [], where);
        }
      }
      await page.close();
    }
  });
}
