import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matterTold, stateOn } from '../../src/registers/rectification/told.ts';
import type { CompiledRelease } from '../../src/registers/ocds.ts';
import { startOfDay } from '../../src/values/date.ts';
import { stateOf } from '../../src/views/record/state.ts';
import { compiled, noticeOf, refusalsIn } from './notices.ts';

const project = { code: 'zg-2026-001', name: '合同公告逾期' };
const said = (kind: string, fields: Record<string, unknown>, at = '2026-03-25 09:00') =>
  noticeOf('rectification', kind, fields, { id: `${kind}-${at}`, publishedAt: at, project, amends: undefined });
const finding = (more: Record<string, unknown> = {}) =>
  said('finding', {
    source: 'audit',
    foundBy: '天水市某审计局',
    foundOn: '2026-03-20',
    finding: '合同没有公告',
    responsible: '清水县某局',
    dueOn: '2026-06-01',
    ...more,
  });
const done = said('completion', { doneOn: '2026-05-20', result: '已公告', evidence: '公告' }, '2026-05-22 09:00');
const check = (outcome: string, more = {}) =>
  said('check', { checkedOn: '2026-06-10', checkedBy: '天水市某审计局', outcome, ...more }, '2026-06-12 09:00');

test('a finding is under way until its day, past it was not seen done, and done or checked when that is said', () => {
  const state = (day: string, ...notices: Parameters<typeof compiled>) =>
    stateOn(matterTold(compiled(...notices).matter)!, day);
  assert.equal(state('2026-06-01', finding()), 'open', 'the last day still counts');
  assert.equal(state('2026-06-02', finding()), 'overdue');
  assert.equal(state('2026-06-02', finding({ dueOn: undefined })), 'noDay');
  assert.equal(state('2026-06-02', finding(), done), 'done');
  assert.equal(state('2026-06-20', finding(), done, check('passed')), 'checked');
});

test('what failed the check is not done, and the new day counts', () => {
  const { matter } = compiled(finding(), done, check('failed', { dueOn: '2026-08-01' }));
  const told = matterTold(matter)!;
  assert.deepEqual(
    [told.dueOn, stateOn(told, '2026-07-01'), stateOn(told, '2026-08-02')],
    ['2026-08-01', 'failed', 'overdue'],
  );
});

test('wherever records stand in lists, a finding is as late, and as little put right, as on its own page', () => {
  const shown = (day: string, ...notices: Parameters<typeof compiled>) => {
    const record = {
      register: 'rectification',
      deadline: null,
      isReprint: false,
      hasText: true,
      quietOn: null,
      stage: 'found',
    };
    const { code, tone } = stateOf({ ...record, compiled: compiled(...notices) as CompiledRelease }, startOfDay(day)!);
    return `${code} ${tone}`;
  };
  assert.equal(shown('2026-06-01', finding()), 'found open', 'the last day still counts');
  assert.equal(shown('2026-06-02', finding()), 'overdue alert');
  assert.equal(shown('2026-06-02', finding({ dueOn: undefined })), 'found open');
  assert.equal(shown('2026-06-20', finding(), done), 'done ended');
  assert.equal(shown('2026-06-20', finding(), done, check('failed', { dueOn: '2026-08-01' })), 'failed alert');
  assert.equal(shown('2026-06-20', finding(), done, check('passed')), 'checked ended');
});

test('days, years and checks that cannot be are refused with what to do', () => {
  const codes = (input: Parameters<typeof refusalsIn>[0]) => refusalsIn(input).map(({ code }) => code);
  assert.deepEqual(codes(finding()), []);
  assert.deepEqual(codes(finding({ dueOn: '2026-03-01' })), ['matter-before']);
  assert.deepEqual(codes(check('failed')), ['matter-failed']);
  const rating = (more: Record<string, unknown>) =>
    said('rating', {
      year: '2025',
      ratedBy: '天水市某办',
      method: '问卷',
      respondents: 2140,
      ratings: [{ unitRated: '某局', score: 90 }],
      document: '通报',
      formedOn: '2026-03-01',
      ...more,
    });
  assert.deepEqual(codes(rating({})), []);
  assert.deepEqual(codes(rating({ ratings: [{ unitRated: '某局' }] })), ['matter-low']);
  assert.deepEqual(
    codes(rating({ method: undefined, respondents: undefined })),
    ['missing', 'missing'],
    'without method and n a rating says nothing',
  );
});
