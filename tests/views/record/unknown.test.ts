import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../../src/database/database.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { findRegister, registers } from '../../../src/registers/registers.ts';
import { listPage } from '../../../src/views/list/list-page.ts';
import { noticePage } from '../../../src/views/notice/notice-page.ts';
import { readSearchParameters } from '../../../src/views/search/parameters.ts';
import { searchPage } from '../../../src/views/search/search-page.ts';
import { stageLabel } from '../../../src/views/words.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { DAY } from '../../../src/values/date.ts';
import { emptyHouse, NOW, published } from '../../stories/lakeside-road.ts';
import { portalOver, reprint } from '../world.ts';

function pages(...notices: NoticeInput[]) {
  const database = emptyHouse();
  const [first] = published(database, ...notices);
  const at = (now = NOW) => recordPage(portalOver(database, now), first!.ocid, 'zh')!;
  return { database, page: at(), at };
}

test('a record known only by a correction is in the call it corrects, which is not held here', () => {
  const { page } = pages(reprint('procurement', 'correction', { changes: [{ item: '采购文件', after: '见附件' }] }));
  assert.equal(page.stage, 'tender');
  assert.deepEqual([page.state.text, page.state.tone], ['期限见正文', 'ended']);
  const step = page.steps.find(({ stage }) => stage === 'tender')!;
  assert.deepEqual([step.note, step.tone], ['未收录', 'now']);
  assert.ok(page.steps.every(({ note }) => note !== '未到'));
});

test('a record known only by its opening is past its deadline', () => {
  const { page } = pages(reprint('construction', 'opening', {}));
  assert.deepEqual([page.stage, page.state.text, page.state.tone], ['tender', '评标中', 'ended']);
});

test('an opening that is published after the result does not turn the record back', () => {
  const { page } = pages(
    reprint('construction', 'award', { awards: [{ supplier: '某公司' }] }),
    reprint('construction', 'opening', {}, { publishedAt: '2026-11-18 10:00' }),
  );
  assert.equal(page.stage, 'award');
});

test('a record known only by its contract names who got it, in the list too', async () => {
  const { database } = pages(
    reprint('procurement', 'contract', { supplier: '某保险公司', contractPrice: '3,140.47元', signedOn: '2026-11-16' }),
  );
  const list = await listPage(
    portalOver(database),
    findRegister('procurement')!,
    { q: '', sort: 'newest', facets: {} },
    'zh',
  );
  assert.ok(list.rows[0]!.cells.some(({ text }) => text === '某保险公司'));
});

test('a call whose deadline was not read is never open, and after half a year without news nothing is waited for', () => {
  const { at } = pages(reprint('procurement', 'tender', {}));
  assert.deepEqual([at().state.text, at().state.tone], ['期限见正文', 'ended']);
  assert.equal(at(NOW + 190 * DAY).state.text, '未见后续');
});

/** How many are found under a state: by a search, and in the list. */
async function foundUnder(database: Database, stage: string, now = NOW, register = 'procurement') {
  const portal = portalOver(database, now);
  const { parameters } = readSearchParameters(new URLSearchParams({ stage }));
  const list = { q: '', sort: 'newest', stage, facets: {} } as const;
  return [
    (await searchPage(portal, parameters, 'zh')).total,
    (await listPage(portal, findRegister(register)!, list, 'zh')).rows.length,
  ];
}

test('a call whose deadline was not read is not found among those that can be taken part in', async () => {
  const { database } = pages(reprint('procurement', 'tender', {}));
  assert.deepEqual(await foundUnder(database, 'tender'), [0, 0]);
  assert.deepEqual(await foundUnder(database, 'deadline-in-text'), [1, 1]);
});

test('where no text is held, no deadline is said to stand in it', async () => {
  const { page, database } = pages(reprint('procurement', 'tender', {}, { body: '' }));
  assert.equal(page.state.text, '期限本站未见');
  assert.deepEqual(await foundUnder(database, 'deadline-in-text'), [0, 0]);
  assert.deepEqual(await foundUnder(database, 'deadline-not-seen'), [1, 1]);
});

test('a record is found under the state that it shows, on every day of its life', async () => {
  const states = ['tender', 'closed', 'candidate', 'no-news'];
  for (const [notice, lives] of [
    [reprint('procurement', 'tender', { bidDeadline: '2026-11-27 09:00' }), ['tender', 'closed', 'no-news']],
    [
      reprint('construction', 'candidate', { candidates: [{ rank: 1, supplier: '某公司' }] }),
      ['candidate', 'candidate', 'no-news'],
    ],
  ] as const) {
    const { database, at } = pages(notice);
    for (const [life, days] of [0, 20, 200].entries()) {
      const now = NOW + days * DAY;
      if (life > 0) assert.equal(at(now).state.text, stageLabel(lives[life]!, [notice.register], 'zh'));
      for (const state of states) {
        const isShown = Number(state === lives[life]);
        assert.deepEqual(
          await foundUnder(database, state, now, notice.register),
          [isShown, isShown],
          `${state} ${days}`,
        );
      }
      const { parameters } = readSearchParameters(new URLSearchParams());
      const { facets } = await searchPage(portalOver(database, now), parameters, 'zh');
      assert.deepEqual(
        facets.find(({ name }) => name === 'stage')!.values.map(({ value, count }) => [value, count]),
        [[lives[life], 1]],
      );
    }
  }
});

test('half a year after its deadline nothing of what others published is told as under evaluation', () => {
  const { at } = pages(reprint('procurement', 'tender', { bidDeadline: '2026-11-27 09:00' }));
  assert.equal(at().state.text, '还有4天');
  assert.ok(at().steps.some(({ note }) => note === '未到'));
  assert.equal(at(NOW + 20 * DAY).state.text, '评审中');
  assert.equal(at(NOW + 200 * DAY).state.text, '未见后续');
});

test('where no text is held, nothing is said to stand in it', () => {
  const { page, database } = pages(reprint('procurement', 'award', {}, { body: '' }));
  assert.equal(page.newest.whoUnknown!.text, '本站未见');
  const notice = noticePage(portalOver(database), Number(page.newest.path.split('/').at(-1)), 'zh')!;
  assert.deepEqual(notice.unknown, { text: '本站未见', missing: true });
});

test('candidates are called candidates, in the table of their notice as in the head', () => {
  const { page, database } = pages(
    reprint('construction', 'candidate', { candidates: [{ rank: 1, supplier: '某建设公司' }] }),
  );
  const notice = noticePage(portalOver(database), Number(page.newest.path.split('/').at(-1)), 'zh')!;
  const { columns } = notice.facts.find(({ id }) => id === 'candidates')!.grid!;
  assert.ok(columns.some(({ label }) => label === '中标候选人') && columns.every(({ label }) => label !== '中标人'));
});

test('what was not read of a reprint may stand in its text: nowhere does it read 未公开', async () => {
  const { database, page } = pages(reprint('procurement', 'award', { awards: [{ supplier: '某公司' }] }));
  const portal = portalOver(database);
  const notice = noticePage(portal, page.newest.path === '' ? 0 : Number(page.newest.path.split('/').at(-1)), 'zh')!;
  const list = await listPage(portal, findRegister('procurement')!, { q: '', sort: 'newest', facets: {} }, 'zh');
  const all = JSON.stringify([{ ...page, compiled: null, releases: null }, notice.facts, notice.unknown, list.rows]);
  assert.doesNotMatch(all, /未公开/);
  assert.match(all, /见正文/);
  assert.deepEqual(notice.unknown, { text: '见正文', missing: true, path: '#text' });
});

test('a result that names nobody says that it is out and where the name may stand', () => {
  const { page } = pages(reprint('procurement', 'award', {}));
  assert.equal(page.newest.who, null);
  assert.match(page.newest.whoUnknown!.text, /见正文$/);
  assert.match(page.newest.whoUnknown!.path!, /#text$/);
});

test('every kind that brings a record nowhere says at least what it proves', () => {
  for (const register of registers)
    for (const [id, { act, stage, proves }] of Object.entries(register.kinds)) {
      if (proves !== undefined) assert.ok(proves in register.stages, `${register.id}.${id}`);
      if (stage === null && act !== 'withdraw' && id !== 'explanation') assert.ok(proves, `${register.id}.${id}`);
    }
});

test('land that is granted without a competition has no starting price: nobody failed to publish one', () => {
  const parcel = {
    parcel: '2026-H1号',
    location: '某路',
    area: 2.1,
    use: '教育',
    dealPrice: '0元',
    transferee: '某小学',
  };
  const fields = { grantor: '某自然资源局', parcels: [parcel], ground: '非营利性教育设施用地' };
  const publicity = { publicityFrom: '2026-11-17', publicityUntil: '2026-11-27', objectionChannel: '书面提出' };
  const { page } = pages({
    ...reprint('land', 'allocation', { ...fields, ...publicity }, { unit: { name: '某自然资源局' } }),
    firstPublished: undefined,
  });
  const { columns, rows } = page.rights!;
  const start = rows[0]![columns.findIndex(({ id }) => id === 'startingPrice')]!;
  assert.deepEqual([start.text, start.missing], ['不适用', true]);
});

test('a right whose result is out and whose holder was not read is not said to be pending: the text may name it', () => {
  const right = { name: '某建筑石料矿', right: 'extractionRight', mineral: '建筑石料', dealPrice: '2,400万元' };
  const { page } = pages(reprint('mining', 'deal', { rights: [right] }));
  const { columns, rows } = page.rights!;
  const winner = rows[0]![columns.findIndex(({ id }) => id === 'winner')]!;
  assert.equal(winner.text, '见正文');
  assert.match(winner.path!, /#text$/);
});
