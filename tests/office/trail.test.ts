import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { recordEvent } from '../../src/events/storage.ts';
import { startDraft } from '../../src/notices/drafts/write.ts';
import { trailCsv, trailLines, trailQuery, type TrailLine } from '../../src/office/trail/trail.ts';
import { NOW, value, world } from '../accounts/world.ts';

const query = (text: string) => trailQuery(new URLSearchParams(text));

test('the trail is filtered by officer, kind of act and days, and paged without gap', () => {
  const { database } = world();
  const submit = (at: number, actor: string, name: string, act = 'draft.submit') =>
    recordEvent(database, { at, actor, act, subject: `upload:${name}`, detail: {} });
  for (let index = 0; index < 5; index++) submit(NOW + index, index % 2 ? 'o1' : 'o2', `${index}`);
  submit(NOW - 86_400_000, 'o1', 'yesterday');
  submit(NOW, 'o1', 'approved', 'draft.approve');
  const lines = (asked: ReturnType<typeof query>, limit = 100) =>
    trailLines(database, asked, limit, 'zh').map(({ subject }) => subject.text);
  assert.deepEqual(lines(query('officer=o1&group=write')), ['yesterday', '3', '1']);
  assert.deepEqual(lines(query('group=review')), ['approved']);
  assert.deepEqual(lines(query('group=write&until=2026-11-23')), ['yesterday']);
  assert.deepEqual(lines(query('group=write&from=2026-11-24&until=2026-11-24')), ['4', '3', '2', '1', '0']);
  assert.deepEqual(query('from=2026-11-31').wrong, ['2026-11-31']);
  const [first] = trailLines(database, query('group=write'), 1, 'zh');
  assert.deepEqual(lines({ ...query('group=write'), before: first!.id }, 1), ['4']);
});

test('a line says who did what on what, in words and with a link, and never by an id', () => {
  const { database, actor, officer, land } = world();
  const li = officer('li', land, ['author']);
  const draft = value(startDraft(database, actor(li), { register: 'land', kind: 'grant' }, NOW));
  recordEvent(database, {
    at: NOW,
    actor: li.id,
    act: 'officer.roles',
    subject: `officer:${officer('wang', land, ['author']).id}`,
    detail: { before: ['author'], after: ['author', 'reviewer'], tokens: 0 },
    unit: land,
  });
  const [roles, start] = trailLines(database, query(''), 2, 'zh') as [TrailLine, TrailLine];
  assert.deepEqual(
    [start.officer, start.unit, start.act, start.subject],
    ['某li', '天水市某自然资源局', '起草', { text: '（未写标题）', href: `/office/drafts/${draft.id}` }],
  );
  assert.deepEqual([roles.act, roles.subject.text, roles.detail], ['改角色', '某wang', '编辑改为编辑、审核']);
  const [english] = trailLines(database, query(''), 1, 'en') as [TrailLine];
  assert.match(trailCsv([english], 'https://gongshi.example.cn', 'en'), /"When","Officer".*"某wang"/s);
});

test('no cell of the export is run by a sheet, and every cell comes back as it was', () => {
  const hostile = ['=1+1', '+cmd|calc', '-2', '@SUM(A1)', '\tx', 'a"b,c\r\nd'];
  const line = { at: '', officer: '', behalf: '', unit: '', act: '', group: null, detail: '', hash: null, address: '' };
  const csv = trailCsv(
    hostile.map((text, id) => ({ ...line, id, subject: { text } })),
    'https://gongshi.example.cn',
    'zh',
  );
  const cells = (parse(csv, { bom: true }) as string[][]).slice(1).map((row) => row[4]!);
  assert.deepEqual(
    cells,
    hostile.map((cell) => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell)),
  );
});
