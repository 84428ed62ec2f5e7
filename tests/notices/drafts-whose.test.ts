import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delegate, endDelegation } from '../../src/accounts/units/delegation.ts';
import { createUnit } from '../../src/accounts/units/unit.ts';
import { operator } from '../../src/accounts/officers/officer.ts';
import type { Actor } from '../../src/accounts/permissions.ts';
import type { DraftContent } from '../../src/notices/drafts/draft.ts';
import { checksOf } from '../../src/notices/drafts/checks.ts';
import { checkDraft } from '../../src/notices/drafts/review.ts';
import { saveDraft, startDraft } from '../../src/notices/drafts/write.ts';
import { NOW, value } from '../accounts/world.ts';
import { grant, issued, office, type Office } from './drafts-world.ts';

/** An author of another unit of the same register. */
function other(house: Office, name: string, part: 'lead' | 'cooperating', signIn: string): Actor {
  const registers = [{ register: 'land', part }];
  const { id } = value(createUnit(house.database, operator(NOW), { name, region: '620500', registers }, NOW));
  return house.actor(house.officer(signIn, id, ['author']));
}

const terminated: DraftContent = {
  title: '2026-32号宗地终止出让公告',
  project: { code: 'TS-TD-2026-032', name: '2026-32号宗地' },
  region: '620502',
};

/** Refusals of a draft of a kind, by code, with the path they stand at. */
function refusedOf(house: Office, author: Actor, kind: string, content: DraftContent, follow?: number): string[] {
  const from = follow === undefined ? {} : { from: { follow } };
  const begun = startDraft(house.database, author, { register: 'land', kind, ...from }, NOW);
  if (!begun.ok) return begun.refusals.map(({ code, path }) => `${code} ${path}`);
  const saved = value(saveDraft(house.database, author, begun.value.id, begun.value.version, content, NOW));
  return checkDraft(house.database, saved, NOW).map(({ code, path }) => `${code} ${path}`);
}

const whose = (refused: string[]) => refused.filter((one) => /record|lead/.test(one));

test('a unit of the register that has no part in a record cannot end it, begun from it or by its code', () => {
  const house = office();
  const { id } = issued(house);
  const stranger = other(house, '天水市某国土中心', 'cooperating', 'elsewhere');
  const content = { ...terminated, reason: '另有安排' };
  assert.deepEqual(whose(refusedOf(house, stranger, 'termination', content, id)), ['not-your-record from']);
  assert.deepEqual(whose(refusedOf(house, stranger, 'termination', content)), ['not-your-record project.name']);
  assert.deepEqual(whose(refusedOf(house, stranger, 'termination', terminated)), ['not-your-record project.name']);
  assert.deepEqual(whose(refusedOf(house, house.author, 'termination', content, id)), []);
  assert.deepEqual(whose(refusedOf(house, house.author, 'termination', content)), []);
});

test('the lead unit of the register may, where it says for whom', () => {
  const house = office();
  const { id } = issued(house);
  const lead = other(house, '天水市某牵头局', 'lead', 'lead');
  assert.deepEqual(whose(refusedOf(house, lead, 'termination', terminated, id)), ['reason-of-lead-unit reason']);
  const reasoned = (reason: string) => whose(refusedOf(house, lead, 'termination', { ...terminated, reason }, id));
  assert.deepEqual(reasoned('另有安排'), ['reason-of-lead-unit reason']);
  assert.deepEqual(reasoned('天水市某自然资源局撤销，代其终止'), []);
});

test('whoever is named in it as in charge has a part in a record', () => {
  const house = office();
  issued(house, {
    ...grant,
    fields: { ...grant.fields, grantor: { name: '天水市某县自然资源局', address: '某路2号' } },
  });
  const grantor = other(house, '天水市某县自然资源局', 'cooperating', 'grantor');
  assert.deepEqual(whose(refusedOf(house, grantor, 'termination', { ...terminated, reason: '另有安排' })), []);
});

test('what ends or decides something begins no record, unless it says why there is none', () => {
  const house = office();
  assert.deepEqual(whose(refusedOf(house, house.author, 'termination', { ...terminated, reason: '' })), [
    'no-such-record reason',
  ]);
  assert.deepEqual(whose(refusedOf(house, house.author, 'deal', { ...terminated, reason: '公告发布在旧网站' })), []);
  assert.deepEqual(whose(refusedOf(house, house.author, 'grant', grant)), []);
});

test('two drafts about one record warn each other', () => {
  const house = office();
  const { id, ocid } = issued(house);
  const begin = () =>
    value(startDraft(house.database, house.author, { register: 'land', kind: 'deal', from: { follow: id } }, NOW));
  const [one, two] = [begin(), begin()];
  for (const draft of [one, two])
    assert.deepEqual(checksOf(house.database, draft, ocid, []).filter(({ code }) => code === 'rivals').length, 1);
});

test('whom the unit lets publish for it goes on with its records and corrects its notices, as long as it lasts', () => {
  const house = office();
  const { id } = issued(house);
  const agent = other(house, '天水市某交易中心', 'cooperating', 'agent');
  const terms = { agent: agent.unit!, register: 'land', untilOn: '2026-12-31', basis: '委托书〔2026〕1号' };
  const content = { ...terminated, reason: '另有安排' };
  const correcting = () =>
    startDraft(house.database, agent, { register: 'land', kind: 'grant', from: { correct: id } }, NOW);
  assert.deepEqual(whose(refusedOf(house, agent, 'termination', content, id)), ['not-your-record from']);
  assert.equal(correcting().ok, false);
  const unit = house.author.unit!;
  const made = value(delegate(house.database, operator(NOW), unit, { ...terms, fromOn: '2026-11-01' }, NOW));
  assert.deepEqual(whose(refusedOf(house, agent, 'termination', content, id)), []);
  assert.equal(correcting().ok, true);
  value(endDelegation(house.database, operator(NOW), made.id, NOW));
  assert.deepEqual(whose(refusedOf(house, agent, 'termination', content, id)), ['not-your-record from']);
});
