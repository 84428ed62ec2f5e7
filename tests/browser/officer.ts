import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { DEMO_PASSWORD, demoCode } from '../../src/accounts/officers/demo.ts';
import { Vault } from '../../src/accounts/vault.ts';
import { Database } from '../../src/database/database.ts';
import type { RunningPortal } from './portal.ts';

/** The code the demo officer's authenticator shows now; `key`: of a portal that seals secrets. */
export function codeOf(portal: Pick<RunningPortal, 'path'>, signIn: string, key?: string): string {
  const database = new Database(portal.path, { readOnly: true });
  try {
    return demoCode(database, new Vault(key), signIn, Date.now())!;
  } finally {
    database.close();
  }
}

/** A code counts once, and an officer who signs in again would have to wait half a minute. */
export function forgetCodes(portal: Pick<RunningPortal, 'path'>): void {
  const database = new Database(portal.path);
  database.run('UPDATE totp_secrets SET last_step = 0');
  database.close();
}

/** Types name and password into the page that is open; what opens next asks for the second factor. */
export async function giveName(page: Page, signIn: string, password: string = DEMO_PASSWORD): Promise<void> {
  await page.fill('#name', signIn);
  await page.fill('#password', password);
  await page.click('main form button');
}

/** Types the code into the page that is open. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await page.fill('#code', code);
  await page.click('main form button');
}

/** A browser of its own in which a demo officer is signed in and sees the desk. */
export async function enter(
  browser: Browser,
  portal: RunningPortal,
  signIn: string,
  options: BrowserContextOptions = {},
  key?: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${portal.url}/office`);
  await giveName(page, signIn);
  await giveCode(page, codeOf(portal, signIn, key));
  return { context, page };
}

/** A complete grant notice, by the names of the form's inputs. */
export const GRANT: Record<string, string> = {
  title: '2026-40号宗地出让公告',
  'project.name': '2026-40号宗地',
  'project.code': 'TS-TD-2026-0040',
  'fields.grantor.name': '天水市某自然资源局',
  'fields.grantor.address': '天水市某路1号',
  'fields.parcels.0.parcel': '2026-40号',
  'fields.parcels.0.location': '秦州区××路',
  'fields.parcels.0.area': '1.334',
  'fields.parcels.0.use': '工业',
  'fields.parcels.0.boundary': '见附图',
  'fields.parcels.0.extent': '见出让文件',
  'fields.parcels.0.presentState': '净地',
  'fields.parcels.0.term': '50',
  'fields.parcels.0.deposit': '240万元',
  'fields.parcels.0.startingPrice': '24万元/亩',
  'fields.bidderScope': '境内外法人和其他组织',
  'fields.documentsHow': '网上下载',
  'fields.documentsFrom': '2036-11-20T09:00',
  'fields.applicationDeadline': '2036-12-20T17:00',
  'fields.listingFrom': '2036-12-12T09:00',
  'fields.listingUntil': '2036-12-22T10:00',
  'fields.salePlace': '网上交易系统',
  'fields.awardRule': '价高者得',
  body: '## 一、宗地\n\n现以挂牌方式出让一宗土地。',
};

/** Begins a notice of a kind that can begin a record: `land grant`. The draft is open when it returns, and nothing in it folded. */
export async function beginNotice(page: Page, portal: RunningPortal, kind: string): Promise<void> {
  await page.goto(`${portal.url}/office/drafts/new`);
  await page.click(`button[value="${kind}"]`);
  await page.waitForURL(/drafts\/d/);
  await unfold(page);
}

/** Opens what is folded: what came along, what is optional. */
export async function unfold(page: Page): Promise<void> {
  const folds = page.locator('details.tuck:not([open]) > summary');
  while ((await folds.count()) > 0) await folds.first().click();
}

/** Begins a grant of land and fills the form; nothing is sent yet. */
export async function writeGrant(
  page: Page,
  portal: RunningPortal,
  values: Record<string, string> = GRANT,
): Promise<void> {
  await beginNotice(page, portal, 'land grant');
  for (const [name, value] of Object.entries(values)) await page.fill(`[name="${name}"]`, value);
  await page.selectOption('[name="region"]', '620502');
  await page.selectOption('[name="fields.method"]', 'listing');
}
