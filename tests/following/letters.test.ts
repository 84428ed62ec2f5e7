import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import type { Email } from 'postal-mime';
import { FollowerKeys } from '../../src/following/keys.ts';
import { rekeyFollows } from '../../src/following/rekey.ts';
import { findFollow, redeliver } from '../../src/following/storage.ts';
import { partyPath } from '../../src/parties/party.ts';
import { findParty, partiesOfRecord } from '../../src/parties/storage.ts';
import { recordPath } from '../../src/views/address.ts';
import { followable } from '../../src/views/following/ask-page.ts';
import { DAY } from '../../src/values/date.ts';
import { awardNotice, candidateNotice, NOW, published, tenderNotice, withdrawalOf } from '../stories/lakeside-road.ts';
import { followers, isSigned, mailServer, receiver } from './world.ts';

let smtp: Awaited<ReturnType<typeof mailServer>>;
let hook: Awaited<ReturnType<typeof receiver>>;
let house: ReturnType<typeof followers>;
before(async () => {
  [smtp, hook] = await Promise.all([mailServer(), receiver()]);
});
after(async () => {
  await Promise.all([smtp.close(), hook.close()]);
});
beforeEach(() => {
  smtp.received.length = 0;
  smtp.refuse.clear();
  smtp.busy.clear();
  hook.received.length = 0;
  hook.answer.status = 200;
  house = followers(NOW, { GONGSHI_SMTP: smtp.url });
});
afterEach(() => house.close());

const today = '2026-11-23 09:00';
/** A tender of today that closes in eight days. */
const lamps = {
  ...tenderNotice,
  id: 'lamps-1',
  title: '学校路照明工程施工招标公告',
  number: 'TS-GC-2026-0300-01',
  project: { code: 'TS-GC-2026-0300', name: '学校路照明工程施工' },
  publishedAt: today,
  fields: { ...tenderNotice.fields, bidDeadline: '2026-12-01 10:00', openingAt: '2026-12-01 10:00' },
};
const header = ({ headers }: Email, name: string) => headers.find(({ key }) => key === name)?.value;
const confirmLink = (mail: Email) => /https:\/\/gongshi\.example\/follow\/[\w-]+/.exec(mail.text!)![0];

test('nobody is told anything before the address is confirmed; then of what is new, once', async () => {
  published(house.database, tenderNotice);
  await house.work();
  const id = await house.follow('/search?q=照明');
  published(house.database, lamps);
  await house.work();
  assert.deepEqual(
    smtp.received.map(({ subject }) => subject),
    ['请确认关注：照明'],
  );
  assert.match(confirmLink(smtp.received[0]!), new RegExp(`/follow/${id}-`));
  assert.match(header(smtp.received[0]!, 'list-unsubscribe')!, /\/stop>$/);
  house.do(id, 'confirm');
  await house.work();
  assert.equal(smtp.received.length, 1, 'what was published before is no news');
  published(
    house.database,
    {
      ...lamps,
      id: 'lamps-2',
      title: '学校路照明工程施工更正公告',
      kind: 'tender',
      number: 'TS-GC-2026-0301-01',
      project: { code: 'TS-GC-2026-0301', name: '二期照明' },
    },
    {
      ...tenderNotice,
      id: 'other',
      number: 'X-9',
      project: { code: 'X-9', name: '某桥' },
      title: '某桥施工招标公告',
      publishedAt: today,
    },
  );
  await house.work();
  await house.work();
  assert.equal(smtp.received.length, 2);
});

test('a letter says the fact in its subject, in both parts, and can be stopped by one click', async () => {
  await house.followed('/construction?region=620502');
  published(
    house.database,
    { ...tenderNotice, publishedAt: '2026-11-20 09:00' },
    { ...candidateNotice, publishedAt: '2026-11-21 09:00' },
    { ...awardNotice, publishedAt: today },
  );
  await house.work();
  const [, mail] = smtp.received as [Email, Email];
  assert.match(mail.subject!, /湖滨路改造工程施工.*等3件/);
  const awarded = /中标[^\n]*湖滨路改造工程施工，[^\n]*公司，¥[\d,.]+/;
  assert.match(mail.text!, awarded);
  assert.match(mail.html!, awarded);
  assert.match(mail.text!, /您关注的“工程建设[^”]*秦州区”/);
  assert.equal(mail.text!.match(/■/g)?.length, 1, 'grouped by record');
  const stop = /<(https:\/\/gongshi\.example\/follow\/[\w-]+\/stop)>/.exec(header(mail, 'list-unsubscribe')!)![1]!;
  assert.equal(header(mail, 'list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
  assert.ok(mail.html!.includes(stop));
  assert.match(header(mail, 'message-id')!, /^<d[0-9a-f]{16}@gongshi\.example>$/);
  assert.equal(header(mail, 'auto-submitted'), 'auto-generated');
  assert.equal(mail.from?.address, 'notices@gongshi.example');
});

test('a correction is told field by field', async () => {
  const { ocid } = published(house.database, lamps)[0]!;
  await house.followed(`/records/${ocid}`);
  published(house.database, {
    ...lamps,
    id: 'lamps-3',
    amends: 'lamps-1',
    publishedAt: '2026-11-23 10:00',
    fields: { ...lamps.fields, bidDeadline: '2026-12-09 10:00' },
    reason: '时间有误',
  } as never);
  await house.work();
  const mail = smtp.received.at(-1)!;
  assert.match(mail.text!, /改了什么：\n\s+[^\n]*由“2026-12-01 10:00”改为“2026-12-09 10:00”/);
});

test('what was said long ago is no news, however late it comes in; what is withdrawn meanwhile is not told as if it stood', async () => {
  await house.followed('/construction');
  published(house.database, tenderNotice);
  await house.work();
  assert.equal(smtp.received.length, 1);
  published(house.database, lamps);
  published(house.database, { ...withdrawalOf('lamps-1'), publishedAt: '2026-11-23 09:30' } as never);
  await house.work();
  assert.match(smtp.received[1]!.text!, /撤回/);
});

test('who asked for a daily letter gets one at eight, with all of the day; a weekly one on Monday', async () => {
  await house.followed('/construction', { rhythm: 'daily' });
  await house.followed('/construction', { rhythm: 'weekly', address: 'weekly@example.cn' });
  smtp.received.length = 0;
  published(house.database, lamps);
  await house.work();
  assert.equal(smtp.received.length, 0);
  // NOW is a Monday, ten in the morning.
  house.clock.now = NOW + 22 * 3_600_000;
  await house.work();
  assert.deepEqual(
    smtp.received.map(({ to }) => to?.[0]?.address),
    ['reader@example.cn'],
  );
  house.clock.now = NOW + 7 * DAY - 2 * 3_600_000;
  await house.work();
  assert.ok(smtp.received.some(({ to }) => to?.[0]?.address === 'weekly@example.cn'));
});

test('three days and one day before closing there is a reminder; a correction that moves the day moves it', async () => {
  const { ocid } = published(house.database, lamps)[0]!;
  await house.followed(`/records/${ocid}`);
  const subjects = () => smtp.received.slice(1).map(({ subject }) => subject);
  house.clock.now = Date.parse('2026-11-28T10:30:00+08:00');
  await house.work();
  await house.work();
  assert.deepEqual(subjects(), ['还有3天截止：学校路照明工程施工（2026-12-01 10:00）']);
  published(house.database, {
    ...lamps,
    id: 'lamps-3',
    amends: 'lamps-1',
    publishedAt: '2026-11-23 12:00',
    fields: { ...lamps.fields, bidDeadline: '2026-12-09 10:00' },
    reason: '时间有误',
  } as never);
  house.clock.now = Date.parse('2026-11-30T10:30:00+08:00');
  await house.work();
  assert.ok(!subjects().some((one) => one?.includes('还有1天截止')), 'the old day reminds nobody');
  house.clock.now = Date.parse('2026-12-08T23:30:00+08:00');
  await house.work();
  assert.ok(!subjects().some((one) => one?.includes('还有1天截止')), 'not in the night');
  house.clock.now = Date.parse('2026-12-09T07:00:00+08:00');
  await house.work();
  assert.ok(subjects().includes('还有1天截止：学校路照明工程施工（2026-12-09 10:00）'));
});

test('a webhook is signed, tried again under the same id, and delivered again when its owner asks', async () => {
  const id = await house.followed('/construction', { channel: 'webhook', address: hook.url });
  hook.received.length = 0;
  hook.answer.status = 500;
  published(house.database, lamps);
  await house.work();
  hook.answer.status = 200;
  house.clock.now += 60_000;
  await house.work();
  assert.equal(hook.received.length, 2);
  const [first, second] = hook.received as [(typeof hook.received)[0], (typeof hook.received)[0]];
  assert.equal(first.headers['webhook-id'], second.headers['webhook-id']);
  for (const one of hook.received) assert.ok(isSigned(one, house.keys.signingKey(id)));
  redeliver(house.database, String(first.headers['webhook-id']), id, house.clock.now);
  await house.work();
  assert.equal(hook.received[2]!.headers['webhook-id'], first.headers['webhook-id']);
  redeliver(house.database, String(first.headers['webhook-id']), 'another', house.clock.now);
  await house.work();
  assert.equal(hook.received.length, 3, 'nobody asks for another’s');
  const body = JSON.parse(second.body) as { records: { told: { text: string; url: string }[] }[] };
  assert.match(body.records[0]!.told[0]!.text, /学校路照明工程施工/);
  assert.match(body.records[0]!.told[0]!.url, /^https:\/\/gongshi\.example\/notices\/\d+$/);
});

test('a mailbox that is not there is written to once and no more; one that is busy is tried again', async () => {
  const gone = await house.followed('/construction', { address: 'gone@example.cn' });
  const busy = await house.followed('/construction', { address: 'busy@example.cn' });
  smtp.received.length = 0;
  smtp.refuse.add('gone@example.cn');
  smtp.busy.add('busy@example.cn');
  published(house.database, lamps);
  await house.work();
  assert.equal(findFollow(house.database, gone)!.state, 'paused');
  assert.match(findFollow(house.database, gone)!.failure!, /550/);
  assert.equal(findFollow(house.database, busy)!.state, 'active');
  smtp.busy.clear();
  house.clock.now += 60_000;
  await house.work();
  assert.deepEqual(
    smtp.received.map(({ to }) => to?.[0]?.address),
    ['busy@example.cn'],
  );
});

test('who stops is forgotten: address, deliveries and what waited are gone from the file', async () => {
  const id = await house.followed('/construction', { rhythm: 'daily' });
  published(house.database, lamps);
  await house.work();
  house.do(id, 'stop');
  for (const table of ['follows', 'news', 'deliveries'])
    assert.equal(house.database.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n, 0);
});

test('the answer to who asks twice is the same, and only the owner of the mailbox learns that it is followed', async () => {
  const first = await house.followed('/construction');
  const second = await house.follow('/construction');
  assert.equal(second, first);
  await house.work();
  assert.match(smtp.received.at(-1)!.subject!, /您已经在关注/);
  await house.follow('/land');
  await assert.rejects(house.follow('/mining'), /follow-too-often/);
  assert.ok(!JSON.stringify(house.database.all('SELECT * FROM follows')).includes('reader@'));
});

test('every page that can be followed says what is followed and how often it would have told of something; others say why not', async () => {
  published(house.database, tenderNotice, lamps);
  const { ocid } = published(house.database, { ...awardNotice, publishedAt: today })[0]!;
  const at = async (page: string, locale: 'zh' | 'en' = 'zh') => {
    const found = await followable(house.portal, page, locale);
    return found.ok ? [found.value.title, found.value.lately, found.value.feeds.length] : found.refusals[0]!.code;
  };
  assert.deepEqual(await at('/search?q=照明&region=620502&sort=amount'), ['照明·秦州区', 2, 2]);
  assert.deepEqual(await at('/construction'), ['工程建设项目招标投标', 2, 2]);
  assert.deepEqual(await at(recordPath(ocid)), ['湖滨路改造工程施工', 2, 2]);
  const [unit] = partiesOfRecord(house.database, ocid).flatMap((id) => findParty(house.database, id) ?? []);
  assert.equal((await at(partyPath(unit!.id, unit!.isUnit)))[0], unit!.name);
  assert.equal((await at('/owed?unit=x', 'en'))[0], 'Due and not published');
  assert.equal(await at('/search'), 'follow-nothing');
  for (const page of ['/help', '/records/none', '//evil.example/search?q=x', 'https://evil.example/', '/%zz', ''])
    assert.equal(await at(page), 'follow-not-here', page);
});

test('a letter is in the language of its reader, and is signed for its domain', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-dkim-'));
  writeFileSync(join(folder, 'key.pem'), privateKey);
  house.close();
  house = followers(NOW, { GONGSHI_SMTP: smtp.url, GONGSHI_DKIM: `gongshi.example:mail:${join(folder, 'key.pem')}` });
  await house.followed('/construction', { locale: 'en' });
  await house.followed('/construction', { locale: 'hant', address: 'hant@example.cn' });
  smtp.received.length = 0;
  published(house.database, lamps);
  await house.work();
  const to = (address: string) => smtp.received.find((mail) => mail.to?.[0]?.address === address)!;
  assert.match(to('reader@example.cn').text!, /which you follow:[^]*Change, pause or stop/);
  assert.match(to('reader@example.cn').text!, /https:\/\/gongshi\.example\/en\/notices\/\d+/);
  assert.match(to('hant@example.cn').subject!, /招標公告：學校路照明工程施工/);
  assert.match(header(to('reader@example.cn'), 'dkim-signature')!, /d=gongshi\.example; [^]*s=mail/);
  rmSync(folder, { recursive: true });
});

test('with another key addresses are sealed anew and letters go on', async () => {
  const id = await house.followed('/construction');
  const next = new FollowerKeys('n'.repeat(40));
  const rekeyed = rekeyFollows(house.database, house.keys, next);
  assert.ok(rekeyed.ok && rekeyed.value === 1);
  assert.equal(next.open(id, findFollow(house.database, id)!.address), 'reader@example.cn');
  assert.equal(next.followOf(house.keys.token(id)), null, 'a link of before opens nothing');
});
