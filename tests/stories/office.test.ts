import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { generateSync } from 'otplib';
import type { Browser, Page } from 'playwright';
import { Database } from '../../src/database/database.ts';
import { publish } from '../../src/notices/publish.ts';
import { publishDue } from '../../src/notices/drafts/issue.ts';
import { axe, complaints, openBrowser, PHONE } from '../browser/browser.ts';
import { beginNotice, codeOf, enter, forgetCodes, giveCode, GRANT, unfold, writeGrant } from '../browser/officer.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { docxOf, pdfOf } from '../notices/files.ts';

/** The stories are gone through with scripts on a desk and without on a phone. */
const ON_A_PHONE = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };

let portal: RunningPortal;
let browser: Browser;

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await portal.stop();
});

const kicker = (page: Page) => page.locator('.kicker').first().innerText();
const fileNamed = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** Pastes formatted text into a box; returns what stands there then. */
const pasteInto = (page: Page, box: string, html: string, plain = '') =>
  page.locator(box).evaluate(
    (area: HTMLTextAreaElement, [text, bare]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', text!);
      clipboardData.setData('text/plain', bare!);
      area.focus();
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      return area.value;
    },
    [html, plain],
  );

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts, and what is typed saves itself' : 'without scripts';
  test(`a newcomer is invited, signs in with a second factor, and brings a land grant to the public with three colleagues, ${how}`, () =>
    landGrant(scripts));
}

async function landGrant(scripts: boolean): Promise<void> {
  forgetCodes(portal);
  const options = scripts ? {} : ON_A_PHONE;
  const parcel = scripts ? '2026-40号' : '2026-41号';
  const grant: Record<string, string> = {
    ...GRANT,
    title: `${parcel}宗地出让公告`,
    'project.name': `${parcel}宗地`,
    'project.code': `TS-TD-${parcel}`,
    'fields.parcels.0.parcel': parcel,
  };

  // The unit's administrator invites.
  const administrator = (await enter(browser, portal, 'land.admin', options)).page;
  await administrator.goto(`${portal.url}/office/officers`);
  await administrator.fill('#name', '演示新人');
  await administrator.fill('#signIn', `new.comer.${parcel.slice(5, 7)}`);
  await administrator.fill('#staffNumber', `N-${parcel.slice(5, 7)}`);
  await administrator.check('#invite ~ form input[value="author"], section:has(#invite) input[value="author"]');
  await administrator.click('button[value="invite"]');
  const link = await administrator.locator('#link').innerText();

  // First sign-in: a password, an authenticator, recovery codes.
  const context = await browser.newContext(options);
  const author = await context.newPage();
  const heard = complaints(author);
  await author.goto(link);
  await author.fill('#password', '清晨的河堤上有人放风筝，风很大');
  await author.click('main form button');
  await author.waitForURL('**/office/enrolment');
  const secret = (await author.locator('#secret').innerText()).replace(/\s/g, '');
  await giveCode(author, generateSync({ secret }));
  assert.equal(await author.locator('.codes li').count(), 10);
  await author.goto(link);
  assert.equal(await author.locator('h1').innerText(), '邀请已失效');

  // The draft: wrong first, then right, with two files.
  await writeGrant(author, portal, { ...grant, 'fields.parcels.0.startingPrice': '24' });
  if (scripts) {
    // From Word: headings and tables stay, and nothing of it is HTML.
    await author.fill('[name="body"]', '');
    const pasted = await pasteInto(
      author,
      '[name="body"]',
      '<h1>一、宗地</h1><table><tr><td>宗地</td><td colspan=2><p>面积|公顷</p></td></tr><tr><td>32号</td><td>1.3</td><td>工业</td></tr></table><p>另行<b>公告</b>。&lt;b&gt;</p><script>alert(1)</script>',
    );
    assert.equal(
      pasted,
      '## 一、宗地\n\n| 宗地 | 面积\\|公顷 |  |\n| --- | --- | --- |\n| 32号 | 1.3 | 工业 |\n\n另行**公告**。\\<b\\>',
    );
    assert.match(await author.locator('#f-body-pasted').innerText(), /小标题、列表和表格/);
    await author.fill('[name="body"]', '');

    // Cells of a spreadsheet fill rows, and all of it is taken back.
    const box = '[name="fields.parcels.0.parcel"]';
    const second = author.locator('[name="fields.parcels.1.location"]');
    await pasteInto(author, box, '<table></table>', '2026-42号\t甲路1号\r\n2026-43号\t乙路2号\r\n');
    assert.equal(await second.inputValue(), '乙路2号');
    assert.equal(await author.locator('#f-fields-parcels-1-location').count(), 1);
    const told = author.locator('#f-fields-parcels > [data-pasted]');
    assert.match(await told.innerText(), /贴入2行4格，新增1行/);
    await author.locator(box).press('Control+z');
    assert.equal(await second.count(), 0);
    assert.equal(await author.locator(box).inputValue(), parcel);
    assert.match(await told.innerText(), /已撤销/);

    // The calendar writes a day by keys and keeps the hour; Escape gives the focus back.
    const from = author.locator('.field:has([name="fields.listingFrom"])');
    await from.locator('[data-pick]').focus();
    await author.keyboard.press('Enter');
    assert.equal(await from.locator('.picker td:focus').getAttribute('data-day'), '2036-12-12');
    assert.deepEqual(await axe(author), []);
    await author.keyboard.press('ArrowRight');
    await author.keyboard.press('Enter');
    assert.equal(await from.locator('input').inputValue(), '2036-12-13 09:00');
    await author.keyboard.press('Enter');
    await author.keyboard.press('Escape');
    assert.equal(await from.locator('[data-pick]:focus').count(), 1);
    assert.equal(await from.locator('.picker').count(), 0);
    await from.locator('input').fill(grant['fields.listingFrom']!);
  }
  await author.click('button[value="preview"]');
  await author.waitForSelector('[role=alert]');
  assert.match(await author.locator('.missing').innerText(), /起始价（第1项）/);
  assert.equal(await author.inputValue('[name="title"]'), grant.title);
  await author.fill('[name="fields.parcels.0.startingPrice"]', '24万元/亩');
  await author.click('.button-row button[value="save"]');
  const files = [
    fileNamed('宗地图.pdf', pdfOf('parcel map')),
    fileNamed('假文件.pdf', Buffer.from('<script>alert(1)</script>')),
    fileNamed('出让文件.docx', docxOf(`竞买须知：热浸镀锌${scripts ? '围栏' : '护网'}由竞得人自理`)),
  ];
  const kept = author.locator('#uploads > li:has(a)');
  if (scripts) {
    // Several at once, while the form is written on; what is refused is told in its own row.
    await author.fill('[name="fields.salePlace"]', '上传时写的地点');
    await author.setInputFiles('#file', files);
    await kept.nth(1).waitFor();
    assert.match(await author.locator('#uploads .refused').innerText(), /假文件\.pdf[\s\S]*内容与后缀不符/);
    assert.equal(await author.inputValue('[name="fields.salePlace"]'), '上传时写的地点');
    await author.click('#uploads .refused button');
  } else
    for (const file of files) {
      await author.setInputFiles('#file', file);
      await author.click('#add-files button');
      if (file === files[1])
        assert.match(await author.locator('#file-error').innerText(), /“假文件\.pdf”的内容与后缀不符/);
    }
  assert.deepEqual(await kept.locator('a').allInnerTexts(), ['宗地图.pdf', '出让文件.docx']);
  await author.setInputFiles('#file', fileNamed('多余的.pdf', pdfOf('one too many')));
  if (!scripts) await author.click('#add-files button');
  await kept.nth(2).waitFor();
  // Taking one away keeps what is typed, and the place.
  await author.fill('[name="fields.salePlace"]', '网上交易系统');
  await kept.nth(2).locator('button').click();
  if (!scripts) assert.match(author.url(), /#files$/);
  await kept.nth(2).waitFor({ state: 'detached' });
  assert.equal(await author.inputValue('[name="fields.salePlace"]'), '网上交易系统');
  const draft = author.url().replace(/[?#].*$/, '');

  // Two tabs: the first is saved, by itself where scripts run; the second is told, and sees both.
  const other = await context.newPage();
  await other.goto(draft);
  await author.goto(draft);
  await author.fill('[name="fields.salePlace"]', '第一个窗口里写的地点');
  if (scripts) await author.locator('#saved', { hasText: '自动保存' }).waitFor();
  else await author.click('.button-row button[value="save"]');
  await other.fill('[name="fields.salePlace"]', '第二个窗口里写的地点');
  await other.click('.button-row button[value="save"]');
  const clash = other.locator('.clash');
  assert.match(await clash.innerText(), /第一个窗口里写的地点[\s\S]*第二个窗口里写的地点/);
  await other.setViewportSize(PHONE);
  if (scripts) assert.deepEqual(await axe(other), []);
  // Nothing is chosen for anybody: saving without a choice says of what, and keeps all.
  await other.click('.button-row > button[value="merge"]');
  assert.match(await other.locator('[role=alert]').innerText(), /地点：请选用哪一版/);
  await other.check('[name="pick:fields.salePlace"][value="theirs"]');
  await other.click('.button-row > button[value="merge"]');
  assert.equal(await other.inputValue('[name="fields.salePlace"]'), '第一个窗口里写的地点');
  await other.click('text=没有选用的1处');
  assert.match(await other.locator('.notice-line').innerText(), /第二个窗口里写的地点/);
  await other.close();

  // Previewed as the public will see it, and handed to review.
  await author.click('button[value="preview"]');
  await author.waitForURL('**/preview');
  assert.match(await author.locator('main').innerText(), /第一个窗口里写的地点/);
  await author.click('.office-bar button');
  assert.match(await kicker(author), /待审核/);

  // A second officer returns it with a remark on a field; it is mended and approved.
  const reviewer = (await enter(browser, portal, 'land.reviewer', options)).page;
  await reviewer.click('text=审核 >> nth=0');
  await reviewer.goto(draft);
  const remark = '[name="remark:fields.salePlace"]';
  await reviewer.click(`details:has(${remark}) > summary`);
  await reviewer.fill(remark, '请写全地点');
  // Whoever approves with a remark in hand is told, and keeps it.
  await reviewer.click('button[value="approve"]');
  assert.match(await reviewer.locator('[role=alert]').innerText(), /写了意见还没有退回/);
  assert.equal(await reviewer.inputValue(remark), '请写全地点');
  await reviewer.click('button[value="return"]');
  await author.goto(`${portal.url}/office`);
  assert.match(await author.locator('main').innerText(), /被退回，等我修改/);
  await author.goto(draft);
  assert.match(await author.locator('.notice-line').innerText(), /地点：请写全地点/);
  await author.fill('[name="fields.salePlace"]', '天水市某路1号网上交易系统');
  await author.fill('[name^="reply."]', '已写全');
  await author.click('button[value="submit"]');
  await reviewer.goto(draft);
  assert.match(await reviewer.locator('main').innerText(), /与上次提交比[\s\S]*天水市某路1号[\s\S]*起草人：已写全/);
  await reviewer.check('[name="compared"]');
  await reviewer.click('button[value="approve"]');
  assert.match(await reviewer.locator('[role=alert]').innerText(), /还有 1 条意见没有核销/);
  assert.ok(await reviewer.isChecked('[name="compared"]'));
  await reviewer.uncheck('[name="compared"]');
  await reviewer.check('[name="settled"]');
  await reviewer.click('button[value="approve"]');
  assert.match(await reviewer.locator('[role=alert]').innerText(), /先核对附件与正文/);
  assert.ok(await reviewer.isChecked('[name="settled"]'));
  await reviewer.check('[name="compared"]');
  await reviewer.click('button[value="approve"]');
  assert.match(await kicker(reviewer), /待签发/);

  // A third schedules it; at its time it is public, and its files are found and downloaded.
  const issuer = (await enter(browser, portal, 'land.issuer', options)).page;
  await issuer.goto(draft);
  // Within what the clocks of two machines may differ by.
  const at = Date.now() + 120_000;
  await issuer.fill('#at', new Date(at + 8 * 3_600_000).toISOString().slice(0, 16));
  await issuer.click('button[value="schedule"]');
  assert.match(await kicker(issuer), /已排定/);
  const database = new Database(portal.path);
  assert.equal(publishDue(database, at + 60_000), 1);
  database.close();
  await issuer.reload();
  await issuer.click('text=查看公开页面');
  const published = issuer.url();
  assert.match(await issuer.locator('main').innerText(), /天水市某路1号网上交易系统/);
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${portal.url}/search?q=热浸镀锌${scripts ? '围栏' : '护网'}`);
  assert.match(await reader.locator('main').innerText(), /附件《出让文件\.docx》/);
  const file = await reader.request.get(`${published}/files/${encodeURIComponent('宗地图.pdf')}`);
  assert.deepEqual(
    [file.status(), file.headers()['content-security-policy'], (await file.body()).equals(pdfOf('parcel map'))],
    [200, "sandbox; default-src 'none'", true],
  );

  // What follows is told once: the same forms send it, with scripts and without.
  if (scripts) return assert.deepEqual(heard, []);
  // A correction shows its difference; a withdrawal leaves its reason and takes the file back.
  const id = published.split('/').at(-1)!;
  const correction = await from(author, id, 'correct', { 'fields.parcels.0.area': '1.3337', reason: '出让面积有误' });
  await carry(correction, reviewer, issuer);
  await issuer.click('text=查看公开页面');
  assert.match(await issuer.locator('main').innerText(), /1\.334.*1\.3337/s);
  const corrected = issuer.url().split('/').at(-1)!;
  const withdrawal = await from(author, corrected, 'amend withdrawal', {
    title: '关于撤回宗地出让公告的公告',
    reason: '规划条件有误',
  });
  await carry(withdrawal, reviewer, issuer);
  await reader.goto(`${portal.url}/notices/${corrected}`);
  assert.match(await reader.locator('main').innerText(), /已撤回[\s\S]*规划条件有误/);
  assert.equal(
    (await reader.request.get(`${portal.url}/notices/${corrected}/files/${encodeURIComponent('宗地图.pdf')}`)).status(),
    404,
  );
  assert.deepEqual(heard, []);
}

/** Begins a notice from a published one and submits it; returns the draft's address. */
async function from(
  page: Page,
  id: string,
  how: 'correct' | 'amend withdrawal',
  values: Record<string, string>,
): Promise<string> {
  await page.goto(`${portal.url}/office/drafts/new?from=${id}`);
  await page.click(`button[value="${how}"]`);
  await page.waitForURL(/drafts\/d/);
  await unfold(page);
  for (const [name, value] of Object.entries(values)) await page.fill(`[name="${name}"]`, value);
  await page.click('button[value="submit"]');
  assert.match(await kicker(page), /待审核/);
  return page.url();
}

/** A second officer approves, a third publishes. */
async function carry(draft: string, reviewer: Page, issuer: Page): Promise<void> {
  await reviewer.goto(draft);
  if (await reviewer.locator('[name="compared"]').count()) await reviewer.check('[name="compared"]');
  await reviewer.click('button[value="approve"]');
  await issuer.goto(draft);
  await issuer.click('button[value="publish"]');
  assert.match(await kicker(issuer), /已发布/);
}

test('a notice begins at its record: chosen, not typed; another unit’s is shown and not offered', async () => {
  const { page } = await enter(browser, portal, 'hospital.author', ON_A_PHONE);
  const seek = async (words: string) => {
    await page.goto(`${portal.url}/office/drafts/new`);
    await page.fill('#q', words);
    await page.click('[role=search] button');
    return page.locator('.picks').innerText();
  };
  // Of the land office: neither its record nor in the registers of a hospital.
  assert.match(await seek('TS-TD-2026-0026'), /也不在本单位负责的栏目里/);
  assert.equal(await page.locator('.picks button').count(), 0);
  // A contract cannot begin; a code that is not there wants the reason, and says so beside what was typed.
  const without = page.locator('form:has(#reason)');
  await page.goto(`${portal.url}/office/drafts/new`);
  await page.click('text=不能开头');
  await page.selectOption('#kind', 'procurement contract');
  await page.fill('#code', 'TS-CG-2099-0001');
  await without.locator('button').click();
  assert.match(await page.locator('.errors').innerText(), /没有找到“TS-CG-2099-0001”的项目/);
  assert.equal(await page.inputValue('#kind'), 'procurement contract');
  await page.fill('#reason', '前面的公告发布在旧网站');
  await without.locator('button').click();
  assert.equal(await page.inputValue('[name="reason"]'), '前面的公告发布在旧网站');
});

test('a grant of land from a record with a plan takes fifteen entries and no mouse, and its text writes itself', async () => {
  forgetCodes(portal);
  const database = new Database(portal.path);
  publish(
    database,
    {
      id: 'story-plan',
      register: 'land',
      kind: 'plan',
      title: '2036年度国有建设用地供应计划（东片区）',
      unit: { name: '天水市某自然资源局' },
      project: { name: '东片区2036-7号国有建设用地使用权', code: 'TS-TD-2036-0007' },
      region: '620502',
      publishedAt: Date.now(),
      firstPublished: { medium: '某平台' },
      fields: {
        grantor: '天水市某自然资源局',
        planYear: '2036',
        plannedArea: 2,
        supplies: [{ location: '秦州区××片区', use: '工业', area: 2 }],
      },
    },
    { actor: 'test', now: Date.now() },
  );
  database.close();
  const { page } = await enter(browser, portal, 'land.author');
  await page.goto(`${portal.url}/office/drafts/new?q=TS-TD-2036-0007`);
  await page.locator('.next button', { hasText: '出让公告' }).first().press('Enter');
  await page.waitForURL(/drafts\/d/);
  let entries = 0;
  const write = async (name: string, text: string) => {
    await page.focus(`[name="${name}"]`);
    await page.keyboard.type(text);
    entries += 1;
  };
  await page.focus('[name="fields.method"]');
  for (const _ of ['招标', '拍卖', '挂牌']) await page.keyboard.press('ArrowDown');
  entries += 1;
  await write('fields.parcels.0.parcel', '2036-7号');
  await write('fields.parcels.0.boundary', '见附图');
  await write('fields.parcels.0.extent', '见出让文件');
  await write('fields.parcels.0.presentState', '净地');
  await write('fields.parcels.0.term', '50年');
  await write('fields.parcels.0.deposit', '300万元');
  await write('fields.parcels.0.startingPrice', '24万元/亩');
  await write('fields.documentsFrom', '2036年11月20日9时');
  await write('fields.applicationDeadline', '2036.12.20 17:00');
  await write('fields.listingFrom', '2036-12-12 9:00');
  await write('fields.listingUntil', '2036年12月22日10时');
  // What is missing shrinks while it is written, without a press.
  await page.locator('#open-points', { hasText: '该填的都填了' }).waitFor();
  await page.locator('button[value="compose"]').press('Enter');
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[name="body"]')!.value !== '');
  entries += 1;
  assert.match(await page.inputValue('[name="body"]'), /决定以挂牌方式出让1宗[\s\S]*2036年12月12日9时/);
  await page.locator('button[value="submit"]').press('Enter');
  await page.waitForFunction(() => document.querySelector('.kicker')?.textContent?.includes('待审核'));
  assert.ok(entries <= 15, String(entries));
});

test('the same is done without scripts: sections are added, refusals lose nothing, the notice is out', async () => {
  forgetCodes(portal);
  const [author, reviewer, issuer] = await Promise.all(
    ['hospital.author', 'hospital.issuer', 'land.author'].map(
      async (who) => (await enter(browser, portal, who, ON_A_PHONE)).page,
    ),
  );
  await beginNotice(author!, portal, 'procurement intention');
  const draft = author!.url();
  await author!.fill('[name="title"]', '天水市某医院采购意向');
  await author!.click('button[name="_add"]');
  await unfold(author!);
  assert.equal(await author!.locator('fieldset.one').count(), 2);
  for (const [name, value] of Object.entries({
    'project.name': '天水市某医院后勤采购',
    'project.code': 'TS-CG-2026-0900',
    'fields.buyer.name': '天水市某医院',
    'fields.intentions.0.name': '保洁',
    'fields.intentions.0.requirement': '保洁服务',
    'fields.intentions.0.budget': '80万元',
    'fields.intentions.0.plannedFor': '2026年12月',
  }))
    await author!.fill(`[name="${name}"]`, value);
  await author!.selectOption('[name="region"]', '620502');
  await author!.click('button[value="submit"]');
  assert.match(await kicker(author!), /待审核/);
  // Nobody of another unit can know of it.
  assert.equal((await issuer!.goto(draft))!.status(), 404);
  await reviewer!.goto(draft);
  await reviewer!.click('button[value="approve"]');
  await reviewer!.goto(draft);
  await reviewer!.click('button[value="publish"]');
  assert.match(await kicker(reviewer!), /已发布/);
});

test('who sends a form after the session has ended signs in again and lands on the filled form', async () => {
  forgetCodes(portal);
  const { context, page } = await enter(browser, portal, 'hospital.author', ON_A_PHONE);
  await beginNotice(page, portal, 'procurement intention');
  const draft = page.url();
  await page.fill('[name="title"]', '写到一半的意向');
  const database = new Database(portal.path);
  database.run('DELETE FROM sessions WHERE officer = (SELECT id FROM officers WHERE sign_in = ?)', 'hospital.author');
  database.close();
  await page.click('.button-row button[value="save"]');
  assert.match(page.url(), /sign-in/);
  assert.match(await page.locator('[role=status]').innerText(), /填写的内容还在/);
  await page.fill('#name', 'hospital.author');
  await page.fill('#password', 'seven-magpies-old-bridge');
  await page.click('main form button');
  forgetCodes(portal);
  await giveCode(page, codeOf(portal, 'hospital.author'));
  assert.equal(page.url().split('?')[0], draft);
  assert.equal(await page.inputValue('[name="title"]'), '写到一半的意向');
  await context.close();
});

test('a passkey is added to the account, and signs in alone', async () => {
  // Browsers tie passkeys to a domain; 127.0.0.1 is none.
  const named = await startPortal({ HOST: 'localhost' });
  try {
    const { context, page } = await enter(browser, named, 'land.author');
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${named.url}/office/account`);
    await page.click('#add-passkey button');
    await page.locator('section:has(#passkeys) .files li').waitFor();
    await page.click('text=退出 >> nth=0');
    await page.waitForURL('**/sign-in*');
    await page.click('#passkey button');
    await page.waitForURL('**/office');
    assert.match(await page.locator('.who').innerText(), /演示甲/);
    assert.equal(named.errors(), '');
  } finally {
    await named.stop();
  }
});
