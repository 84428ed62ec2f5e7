import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, ask } from '../../src/following/asking.ts';
import { FollowerKeys } from '../../src/following/keys.ts';
import { deliver, gather } from '../../src/following/outbox.ts';
import { newsOf } from '../../src/following/storage.ts';
import { submitDraft } from '../../src/notices/drafts/review.ts';
import { declareCoverage } from '../../src/notices/declare-coverage.ts';
import { letterText } from '../../src/views/following/faces.ts';
import { letterOf, type Letter } from '../../src/views/following/letter.ts';
import { links } from '../../src/views/following/links.ts';
import { spelled, type Subject } from '../../src/views/following/subject.ts';
import { noteOwed, noteTasks } from '../../src/views/following/tell.ts';
import type { Database } from '../../src/database/database.ts';
import { DAY, NOW, value } from '../accounts/world.ts';
import { office, started } from '../notices/drafts-world.ts';
import { emptyHouse, published } from '../stories/lakeside-road.ts';
import { portalOver } from '../views/world.ts';
import { KEY } from './world.ts';

const keys = new FollowerKeys(KEY);

function follows(database: Database, subject: Subject, now: number, officer?: string): void {
  const id = value(
    ask(
      database,
      keys,
      {
        subject: spelled(subject),
        path: '/owed',
        channel: 'mail',
        address: 'reader@example.cn',
        rhythm: 'once',
        reminds: false,
        locale: 'zh',
        ...(officer && { officer }),
      },
      '203.0.113.0/24',
      [],
      now,
    ),
  );
  database.run('DELETE FROM deliveries');
  act(database, id, 'confirm', { rhythm: 'once', reminds: false, locale: 'zh' }, 0, now);
}

/** What goes out now. */
async function letters(database: Database, now: number): Promise<Letter[]> {
  const sent: Letter[] = [];
  gather(database, now);
  await deliver(
    database,
    async (delivery, follow) => {
      const told = newsOf(database, delivery.id).map(({ key }) => key);
      const letter = letterOf(
        portalOver(database, now),
        delivery,
        follow,
        told,
        links('https://gongshi.example', keys, follow),
      );
      if (letter) sent.push(letter);
      return letter && { is: 'taken' };
    },
    () => now,
  );
  return sent;
}

test('a reviewer is told that something waits, how much and where, and no word of the draft', async () => {
  const house = office();
  const { database, author, reviewer } = house;
  follows(database, { what: 'desk', officer: reviewer.id }, NOW - 1, reviewer.id);
  noteTasks(database, NOW);
  assert.deepEqual(await letters(database, NOW), []);
  const draft = started(house);
  value(submitDraft(database, author, draft.id, NOW + 1));
  assert.ok(noteTasks(database, NOW + 2));
  const [letter] = await letters(database, NOW + 2);
  assert.equal(letter!.subject, '工作台：待审核1件');
  const text = letterText(letter!);
  assert.match(text, /https:\/\/gongshi\.example\/office/);
  assert.ok(!text.includes('宗地') && !text.includes(draft.id), 'nothing of what is not published');
  assert.equal(noteTasks(database, NOW + 3), false, 'told once');
});

test('who wants to hear of one role’s tasks hears of no other’s', () => {
  const house = office();
  const { database, author, reviewer } = house;
  follows(database, { what: 'desk', officer: reviewer.id, whys: ['issue'] }, NOW - 1, reviewer.id);
  value(submitDraft(database, author, started(house).id, NOW + 1));
  assert.equal(noteTasks(database, NOW + 2), false);
});

test('who follows what is owed hears once of what came to be owed since, and not of what was owed before', async () => {
  const database = emptyHouse();
  const medium = '甘肃政府采购网';
  const award = (name: string, day: string) => ({
    id: `${name}-1`,
    register: 'procurement',
    kind: 'award',
    title: `${name}结果公告`,
    project: { code: `C-${name}`, name },
    region: '620502',
    publishedAt: `${day} 09:00`,
    unit: { name: `${name}建设中心` },
    firstPublished: { medium, url: 'https://example.invalid/1', at: `${day} 09:00` },
    fields: { buyer: { name: `${name}建设中心` }, awards: [{ supplier: { name: '某公司' }, awardPrice: '10万元' }] },
  });
  published(database, award('早路灯', '2026-06-01'), award('东路灯', '2026-09-15'));
  const declared = declareCoverage(
    database,
    { register: 'procurement', medium, unit: '', from: '2026-01-01', until: '' },
    'test',
    NOW - 70 * DAY,
  );
  assert.ok(declared.ok);
  follows(database, { what: 'owed' }, Date.parse('2026-09-20T09:00:00+08:00'));
  noteOwed(database, NOW);
  const [letter] = await letters(database, NOW);
  assert.deepEqual(
    letter!.groups.map(({ title }) => title),
    ['东路灯'],
  );
  assert.match(letter!.subject, /^应公开未公开：东路灯，合同公告，东路灯建设中心$/);
  assert.equal(noteOwed(database, NOW + DAY), false);
});
