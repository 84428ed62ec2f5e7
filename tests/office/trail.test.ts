import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { recordEvent } from '../../src/events/storage.ts';
import { trailCsv, trailLines, trailQuery } from '../../src/office/trail.ts';
import { NOW, world } from '../accounts/world.ts';

const query = (text: string) => trailQuery(new URLSearchParams(text));

test('the trail is filtered by officer, act and day, and paged without gap', () => {
  const { database } = world();
  for (let index = 0; index < 5; index++)
    recordEvent(database, {
      at: NOW + index,
      actor: index % 2 ? 'o1' : 'o2',
      act: 'draft.submit',
      subject: `draft:${index}`,
      detail: {},
    });
  recordEvent(database, {
    at: NOW - 86_400_000,
    actor: 'o1',
    act: 'draft.submit',
    subject: 'draft:yesterday',
    detail: {},
  });
  const subjects = (text: string) => trailLines(database, query(text), 100).map(({ subject }) => subject);
  assert.deepEqual(subjects('officer=o1&act=draft.submit'), ['draft:yesterday', 'draft:3', 'draft:1']);
  assert.deepEqual(subjects('act=draft.submit&day=2026-11-23'), ['draft:yesterday']);
  const [first] = trailLines(database, query('act=draft.submit'), 1);
  assert.deepEqual(
    trailLines(database, { ...query('act=draft.submit'), before: first!.id }, 1).map(({ subject }) => subject),
    ['draft:4'],
  );
});

test('no cell of the export is run by a sheet, and every cell comes back as it was', () => {
  const hostile = ['=1+1', '+cmd|calc', '-2', '@SUM(A1)', '\tx', 'a"b,c\r\nd'];
  const csv = trailCsv(
    hostile.map((subject, id) => ({ id, at: '', officer: '', unit: '', act: '', subject, address: '', detail: '' })),
    ['when', 'officer', 'unit', 'act', 'subject', 'address', 'detail'],
  );
  const cells = (parse(csv, { bom: true }) as string[][]).slice(1).map((row) => row[4]!);
  assert.deepEqual(
    cells,
    hostile.map((cell) => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell)),
  );
});
