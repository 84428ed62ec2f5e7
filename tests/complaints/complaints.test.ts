import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Sealer } from '../../src/accounts/sealer.ts';
import type { Actor } from '../../src/accounts/permissions.ts';
import { rekeyComplaints } from '../../src/complaints/rekey.ts';
import {
  addFile,
  addTo,
  byReceipt,
  file,
  forget,
  receiptOf,
  withdraw,
  type Filing,
} from '../../src/complaints/file.ts';
import { approve, handle, remark, setWays } from '../../src/complaints/handle.ts';
import { dueOf, isPaused, lampOf, limitOf } from '../../src/complaints/limits.ts';
import {
  contentOf,
  countUnattended,
  filesOf,
  findComplaint,
  insertAsk,
  publicAnswers,
} from '../../src/complaints/storage.ts';
import { isWorked, workAsked } from '../../src/complaints/work.ts';
import { addWorkingDays, workingDays } from '../../src/clock/working-days.ts';
import { DAY, NOW, value, world, type World } from '../accounts/world.ts';

const sealer = new Sealer('k'.repeat(40), 'complaint');
let w: World;
let handler: Actor;
let second: Actor;
let filing: Filing;
let n = 0;

beforeEach(() => {
  w = world();
  const actor = (signIn: string, role: 'complaintHandler' | 'unitAdministrator' | 'author') =>
    w.actor(w.officer(signIn, w.housing, [role]));
  handler = actor('h1', 'complaintHandler');
  second = actor('h2', 'complaintHandler');
  const ways = [
    { way: 'objection', promisedDays: null },
    { way: 'tell', promisedDays: 7 },
  ] as const;
  value(setWays(w.database, actor('admin', 'unitAdministrator'), w.housing, ways, NOW));
  filing = {
    way: 'objection',
    unit: w.housing,
    register: 'construction',
    ocid: 'ocds-x-1',
    path: '/records/ocds-x-1',
    category: '',
    words: { about: '某路改造', matter: '资格条件第3款排斥潜在投标人', why: '条例第三十二条', want: '删除' },
    contact: { organisation: '某建设公司', code: '', name: '郑某', telephone: '13900000000' },
    mayPublish: true,
    barred: [],
    once: `once-${n++}`,
  };
});

const filed = (more: Partial<Filing> = {}, now = NOW) =>
  file(w.database, sealer, { ...filing, once: `once-${n++}`, ...more }, '203.0.113.0/24', now);
const codes = (result: { ok: boolean; refusals?: { code: string }[] }) =>
  result.refusals?.map(({ code }) => code) ?? [];

test('an objection is filed by a code, due in three days, answered in time, and its summary shown when a second officer has read it', () => {
  const receipt = value(filed());
  const one = byReceipt(w.database, receipt.toUpperCase().replaceAll('-', ' '))!;
  assert.equal(one.dueOn, '2026-11-27');
  assert.equal(value(handle(w.database, sealer, handler, one.id, { act: 'accept' }, NOW)), null);
  value(
    handle(
      w.database,
      sealer,
      handler,
      one.id,
      { act: 'answer', text: '已删除该款', summary: '招标人删除了该条件。' },
      NOW + DAY,
    ),
  );
  assert.equal(findComplaint(w.database, one.id)!.state, 'answered');
  assert.equal(publicAnswers(w.database, 'ocds-x-1').length, 0, 'nobody else has read it');
  assert.deepEqual(codes(approve(w.database, handler, one.id, NOW)), ['forbidden']);
  value(approve(w.database, second, one.id, NOW + DAY));
  assert.equal(publicAnswers(w.database, 'ocds-x-1')[0]!.text, '招标人删除了该条件。');
});

test('nothing that somebody wrote or is stands in the file in the clear, and the trail has no word of it', () => {
  const receipt = value(filed());
  const one = byReceipt(w.database, receipt)!;
  value(handle(w.database, sealer, handler, one.id, { act: 'ask', text: '请补充证明材料' }, NOW));
  const tables = ['complaints', 'complaint_steps', 'events'].flatMap((name) => w.database.all(`SELECT * FROM ${name}`));
  const text = JSON.stringify(tables);
  for (const secret of ['郑某', '13900000000', '资格条件', '请补充', receipt])
    assert.ok(!text.includes(secret), secret);
  assert.equal(new Sealer('x'.repeat(40), 'complaint').open(one.id, one.words), null);
});

test('its sender adds what was asked for, and takes it back; then nothing more can be done', () => {
  const receipt = value(filed());
  const { id } = byReceipt(w.database, receipt)!;
  value(handle(w.database, sealer, handler, id, { act: 'ask', text: '请补充' }, NOW));
  value(addTo(w.database, sealer, receipt, '下载回执见附件', NOW));
  assert.equal(findComplaint(w.database, id)!.state, 'filed');
  value(withdraw(w.database, receipt, NOW));
  assert.deepEqual(codes(addTo(w.database, sealer, receipt, '再补充', NOW)), ['complaint-over']);
  assert.deepEqual(codes(handle(w.database, sealer, handler, id, { act: 'accept' }, NOW)), ['complaint-over']);
});

test('a unit takes what it opened and nothing else; a form sent twice is filed once; a flood ends', () => {
  assert.deepEqual(codes(filed({ way: 'report' })), ['complaint-closed']);
  assert.deepEqual(codes(filed({ unit: w.land })), ['complaint-closed']);
  value(filed({ once: 'same' }));
  assert.deepEqual(codes(filed({ once: 'same' })), ['complaint-twice']);
  for (let more = 0; more < 4; more++) value(filed());
  assert.deepEqual(codes(filed()), ['complaint-too-often']);
  assert.deepEqual(codes(filed({ words: { ...filing.words, matter: '不' } }, NOW + DAY)), ['complaint-matter']);
  assert.deepEqual(codes(filed({ contact: { organisation: '', code: '', name: '', telephone: '' } }, NOW + DAY)), [
    'complaint-name',
  ]);
  const nobody = { organisation: '', code: '', name: '', telephone: '' };
  value(filed({ way: 'tell', register: '', category: 'openness', contact: nobody }, NOW + DAY));
});

test('another unit, an auditor and an author of the same unit know nothing of it', () => {
  const { id } = byReceipt(w.database, value(filed()))!;
  const author = w.actor(w.officer('a', w.housing, ['author']));
  const stranger = w.actor(w.officer('s', w.land, ['complaintHandler']));
  for (const [actor, code] of [
    [author, 'forbidden'],
    [stranger, 'hidden'],
  ] as const)
    assert.deepEqual(codes(handle(w.database, sealer, actor, id, { act: 'accept' }, NOW)), [code]);
});

test('what repeats another is joined to it and answered with it', () => {
  const [first, other] = [value(filed()), value(filed())].map((receipt) => byReceipt(w.database, receipt)!);
  value(handle(w.database, sealer, handler, other!.id, { act: 'join', into: first!.id }, NOW));
  value(handle(w.database, sealer, handler, first!.id, { act: 'answer', text: '一并答复', summary: '' }, NOW));
  assert.equal(findComplaint(w.database, other!.id)!.state, 'answered');
});

test('days are those of the law: three days, and the working days of a complaint begin when it is taken up', () => {
  const calendar = workingDays();
  const objection = limitOf('construction', 'objection');
  // The third day is a Sunday: the next on which somebody works.
  assert.deepEqual(dueOf(objection, null, '2026-11-26', null, calendar), { what: 'answer', on: '2026-11-30' });
  const complaint = limitOf('construction', 'complaint');
  assert.deepEqual(dueOf(complaint, null, '2026-11-23', null, calendar), { what: 'decide', on: '2026-11-26' });
  assert.deepEqual(dueOf(complaint, null, '2026-10-12', '2026-10-15', calendar), { what: 'answer', on: '2026-11-26' });
  assert.equal(dueOf(undefined, null, '2026-11-23', null, calendar), null);
  assert.equal(dueOf(complaint, null, '2026-12-20', '2026-12-21', calendar), null, 'the calendar ends');
  assert.equal(lampOf('2026-11-23', '2026-11-24'), 'red');
  assert.equal(lampOf('2026-11-25', '2026-11-24'), 'amber');
});

test('names are deleted half a year after the end', () => {
  const receipt = value(filed());
  const { id } = byReceipt(w.database, receipt)!;
  value(withdraw(w.database, receipt, NOW));
  forget(w.database, NOW + 179 * DAY);
  assert.notEqual(findComplaint(w.database, id)!.contact, null);
  forget(w.database, NOW + 181 * DAY);
  assert.equal(findComplaint(w.database, id)!.contact, null);
  assert.equal(receiptOf(' AB12 cd34'), 'ab12-cd34');
});

test('with another key everything is sealed anew, once; what neither key opens is left as it is', () => {
  const receipt = value(filed());
  const before = byReceipt(w.database, receipt)!;
  const file = { name: '评分表.pdf', type: 'application/pdf', isScanned: true };
  value(addFile(w.database, sealer, receipt, file, Buffer.from('%PDF-'), NOW));
  const next = new Sealer('n'.repeat(40), 'complaint');
  assert.equal(value(rekeyComplaints(w.database, sealer, next)), 5);
  assert.equal(value(rekeyComplaints(w.database, sealer, next)), 0);
  const one = byReceipt(w.database, receipt)!;
  assert.deepEqual(JSON.parse(next.open(one.id, one.words)!), JSON.parse(sealer.open(one.id, before.words)!));
  const [evidence] = filesOf(w.database, one.id);
  assert.equal(next.openBytes(one.id, contentOf(w.database, one.id, evidence!.id)!)!.toString(), '%PDF-');
  const stranger = new Sealer('s'.repeat(40), 'complaint');
  assert.deepEqual(codes(rekeyComplaints(w.database, stranger, new Sealer('t'.repeat(40), 'complaint'))), [
    'secrets-unreadable',
  ]);
});

test('who made what it is about, or stands aside, has no part in it, and the unit is told when nobody is left', () => {
  const officer = (name: string, role: 'complaintHandler' | 'issuer') => w.officer(name, w.housing, [role]);
  const maker = w.actor(officer('maker', 'complaintHandler'));
  const { id } = byReceipt(w.database, value(filed({ barred: [maker.id] })))!;
  for (const act of [{ act: 'accept' }, { act: 'answer', text: '已答复', summary: '' }] as const)
    assert.deepEqual(codes(handle(w.database, sealer, maker, id, act, NOW)), ['hidden']);
  assert.equal(countUnattended(w.database, w.housing, [maker.id]), 1);
  assert.equal(countUnattended(w.database, w.housing, [maker.id, handler.id]), 0);
  value(handle(w.database, sealer, handler, id, { act: 'standAside', text: '与来信人有亲属关系' }, NOW));
  assert.equal(findComplaint(w.database, id)!.handler, null);
  assert.deepEqual(codes(handle(w.database, sealer, handler, id, { act: 'accept' }, NOW)), ['hidden']);
  assert.equal(countUnattended(w.database, w.housing, [maker.id, handler.id]), 1);
  value(handle(w.database, sealer, second, id, { act: 'answer', text: '已答复', summary: '已答复。' }, NOW));
  assert.deepEqual(codes(approve(w.database, maker, id, NOW)), ['hidden']);
});

test('who has no part in one case has none in the other with which it is answered', () => {
  const maker = w.actor(w.officer('maker', w.housing, ['complaintHandler']));
  const one = byReceipt(w.database, value(filed({ barred: [maker.id] })))!;
  const other = byReceipt(w.database, value(filed()))!;
  assert.deepEqual(codes(handle(w.database, sealer, maker, other.id, { act: 'join', into: one.id }, NOW)), [
    'complaint-into',
  ]);
  value(handle(w.database, sealer, handler, one.id, { act: 'join', into: other.id }, NOW));
  assert.deepEqual(
    codes(handle(w.database, sealer, maker, other.id, { act: 'answer', text: '一并答复', summary: '' }, NOW)),
    ['hidden'],
  );
});

test('an objection suspends while its sender is asked for more', () => {
  const { id } = byReceipt(w.database, value(filed()))!;
  value(handle(w.database, sealer, handler, id, { act: 'ask', text: '请补充' }, NOW));
  assert.deepEqual(
    publicAnswers(w.database, 'ocds-x-1').map(({ state }) => state),
    ['asked'],
  );
});

test('a supervisor remarks, and does nothing else', () => {
  const { id } = byReceipt(w.database, value(filed()))!;
  const supervisor = w.actor(w.officer('sv', w.housing, ['supervisor']));
  value(remark(w.database, sealer, supervisor, id, '请按期答复', NOW));
  assert.deepEqual(codes(remark(w.database, sealer, supervisor, id, ' ', NOW)), ['complaint-reason']);
  assert.deepEqual(codes(remark(w.database, sealer, handler, id, '请按期答复', NOW)), ['forbidden']);
  assert.deepEqual(codes(handle(w.database, sealer, supervisor, id, { act: 'accept' }, NOW)), ['forbidden']);
});

test('while a complaint in procurement waits for its sender the working days do not count', () => {
  const admin = w.actor(w.officer('admin2', w.housing, ['unitAdministrator']));
  value(setWays(w.database, admin, w.housing, [{ way: 'complaint', promisedDays: null }], NOW));
  const receipt = value(filed({ way: 'complaint', register: 'procurement' }));
  const { id, dueOn } = byReceipt(w.database, receipt)!;
  value(handle(w.database, sealer, handler, id, { act: 'ask', text: '请补正' }, NOW));
  assert.equal(isPaused(findComplaint(w.database, id)!), true);
  // Tuesday to Tuesday: five working days.
  value(addTo(w.database, sealer, receipt, '已补正', NOW + 7 * DAY));
  const after = findComplaint(w.database, id)!;
  assert.deepEqual([after.state, isPaused(after)], ['filed', false]);
  assert.equal(after.dueOn, addWorkingDays(workingDays(), dueOn!, 5));
  // An objection in construction has no such article.
  assert.equal(isPaused({ rule: 'construction.objection', state: 'asked' }), false);
});

test('in a rush a form is taken with a little work done for it, and in ordinary times with none', () => {
  assert.equal(workAsked(w.database, NOW), 0);
  for (let more = 0; more < 60; more++) insertAsk(w.database, `network-${more}`, NOW);
  const bits = workAsked(w.database, NOW);
  assert.ok(bits > 0);
  assert.deepEqual(codes(filed({ once: 'rush' })), ['complaint-busy']);
  let work = 0;
  while (!isWorked('rush', String(work), bits)) work += 1;
  assert.deepEqual(codes(filed({ once: 'other', work: String(work) })), ['complaint-busy'], 'of one form only');
  value(filed({ once: 'rush', work: String(work) }));
  assert.equal(workAsked(w.database, NOW + DAY), 0);
});
