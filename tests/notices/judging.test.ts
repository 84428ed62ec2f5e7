import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuantity } from '../../src/clock/quantity.ts';
import { calendarOf, verdictsOf } from '../../src/clock/storage.ts';
import { owedBefore } from '../../src/clock/owed/storage.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { closeCoverage, declareCoverage, type TypedCoverage } from '../../src/notices/declare-coverage.ts';
import { importYear, readYear } from '../../src/notices/import-year.ts';
import { previewYear } from '../../src/notices/preview-year.ts';
import { publish } from '../../src/notices/publish.ts';
import { rebuild } from '../../src/notices/rebuild.ts';
import { rejudgeRules } from '../../src/notices/rejudge.ts';
import { verdictLines } from '../../src/views/clock/verdict-line.ts';
import { registers } from '../../src/registers/registers.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import { value } from '../accounts/world.ts';

const ocids = (database: Database) =>
  database.all<{ ocid: string }>('SELECT ocid FROM records').map(({ ocid }) => ocid);
const NOW = Date.parse('2026-11-24T12:00:00+08:00');
const UNIT = '天水市某住建局';
const RULES = registers.flatMap(({ periods }) => (periods?.rules ?? []).map(({ id }) => id));

function world() {
  const database = new Database(':memory:');
  migrate(database);
  const say = (
    register: string,
    kind: string,
    publishedAt: string,
    fields: Record<string, unknown>,
    more: Partial<NoticeInput> = {},
  ): string => {
    const id = `${kind}-${publishedAt}-${more.project?.code ?? 'A'}`;
    const outcome = publish(
      database,
      {
        id,
        register,
        kind,
        title: `湖滨路改造 ${kind}`,
        project: { code: 'TS-2026-1', name: '湖滨路改造' },
        unit: { name: UNIT },
        region: '620502',
        publishedAt,
        firstPublished: { medium: '某网' },
        fields,
        ...more,
      },
      { actor: 'test', now: NOW },
    );
    if (outcome.status !== 'published') throw new Error(JSON.stringify(outcome));
    return id;
  };
  const ocid = (register: string) =>
    database.get<{ ocid: string }>('SELECT ocid FROM records WHERE register = ?', register)!.ocid;
  const verdicts = (register: string) =>
    Object.fromEntries(
      verdictsOf(database, ocid(register)).map(({ rule, verdict, reason, without, dueOn, targetOn }) => [
        rule,
        { verdict, reason, without, dueOn, targetOn },
      ]),
    );
  return { database, say, verdicts };
}

const TENDER = {
  documentsFrom: '2026-09-08 09:00',
  documentsUntil: '2026-09-14 17:00',
  bidDeadline: '2026-09-25 10:00',
  openingAt: '2026-09-25 10:00',
  ceilingPrice: '33,000,000元',
  category: 'construction',
};

test('a tender is judged as it stands after all that changed it', () => {
  const { say, verdicts } = world();
  say('construction', 'tender', '2026-09-08 09:00', TENDER);
  assert.deepEqual([verdicts('construction')['T1']!.verdict, verdicts('construction')['T1']!.without], ['broken', 17]);
  say('construction', 'postponement', '2026-09-20 09:00', {
    bidDeadline: '2026-10-12 10:00',
    openingAt: '2026-10-12 10:00',
  });
  const { T1, T4, T7 } = verdicts('construction');
  assert.deepEqual([T1!.verdict, T1!.without, T1!.targetOn], ['kept', 34, '2026-10-12']);
  assert.deepEqual([T4!.verdict, T7!.verdict], ['kept', 'kept']);
});

test('a condition that no notice decides makes no violation', () => {
  const { say, verdicts } = world();
  say('construction', 'tender', '2026-09-08 09:00', { ...TENDER, ceilingPrice: undefined });
  assert.deepEqual(
    [verdicts('construction')['T1']!.verdict, verdicts('construction')['T1']!.reason],
    ['missing', 'mustTender'],
  );
  say('construction', 'clarification', '2026-09-20 09:00', { changes: [{ item: '工期', after: '90日' }] });
  assert.deepEqual(
    [verdicts('construction')['T2']!.verdict, verdicts('construction')['T2']!.reason],
    ['missing', 'affectsBids'],
  );
});

test('below the size that must be tendered the rule does not apply', () => {
  const { say, verdicts } = world();
  say('construction', 'tender', '2026-09-08 09:00', { ...TENDER, ceilingPrice: '3,000,000元' });
  assert.deepEqual(
    [verdicts('construction')['T1']!.verdict, verdicts('construction')['T1']!.reason],
    ['notApplicable', 'mustTender'],
  );
});

test('publication counts from the first medium, and a correction keeps the moment of what it restates', () => {
  const { say, verdicts } = world();
  const first = say(
    'procurement',
    'award',
    '2026-09-18 16:00',
    { awardedOn: '2026-09-15' },
    { firstPublished: { medium: '某网', at: Date.parse('2026-09-16T09:00:00+08:00') } },
  );
  assert.deepEqual(
    [verdicts('procurement')['P12']!.verdict, verdicts('procurement')['P12']!.targetOn],
    ['kept', '2026-09-16'],
  );
  say(
    'procurement',
    'award',
    '2026-11-10 16:00',
    { awardedOn: '2026-09-15' },
    {
      amends: first,
      reason: '更正金额',
      firstPublished: { medium: '某网', at: Date.parse('2026-11-10T09:00:00+08:00') },
    },
  );
  assert.equal(verdicts('procurement')['P12']!.targetOn, '2026-09-16');
});

/** All that the land unit publishes is taken. */
function declareLand(database: Database) {
  const declared = declareCoverage(
    database,
    { register: 'land', medium: '某网', unit: '', from: '2026-01-01', until: '' },
    'test',
    NOW,
  );
  if (!declared.ok) throw new Error(JSON.stringify(declared.refusals));
  return declared.value;
}

test('of what others publish first nothing is owed until the source is declared to be taken whole', () => {
  const { database, say, verdicts } = world();
  say('land', 'grant', '2026-10-01 09:00', {
    method: 'listing',
    listingUntil: '2026-11-06 15:00',
    applicationDeadline: '2026-11-05 17:00',
  });
  const owed = () => owedBefore(database, '2026-11-24', { rules: RULES, limit: 10 }).rows.map(({ rule }) => rule);
  const read = () =>
    verdictLines(verdictsOf(database, ocids(database)[0]!), '2026-11-24', 'zh').find(({ rule }) => rule === 'L4')!;
  assert.deepEqual([owed(), read().word], [[], '本站未见']);
  assert.deepEqual(declareLand(database), { asked: 1, changed: 1 });
  // The rule was not compared with its source: it accuses nobody in so many words.
  assert.deepEqual([owed(), read().verdict, read().word], [['L4'], 'broken', '到期没有见到，规则待核']);
  closeCoverage(database, 1, 'test', Date.parse('2026-01-02T12:00:00+08:00'));
  assert.deepEqual(owed(), [], 'the notice is of a day that is not covered any more');
  assert.equal(verdicts('land')['L4']!.verdict, 'running');
});

test('what was first published here is covered by nature', () => {
  const { database, say } = world();
  say(
    'procurement',
    'award',
    '2026-09-01 09:00',
    {
      buyer: { name: '天水市某局', address: '某路', contact: '赵某', telephone: '0938-0000000' },
      awards: [{ supplier: { name: '某公司', address: '某路' }, awardPrice: '10万元' }],
      items: [{ name: '桌椅', supplier: '某公司', quantity: '1', unitPrice: '10万元' }],
      experts: ['某某'],
      procurementDocuments: '见附件',
      noticePeriod: '1个工作日',
    },
    { firstPublished: undefined },
  );
  assert.ok(owedBefore(database, '2026-11-24', { rules: RULES, limit: 10 }).total > 0);
});

test('coverage is of one source and of days in order, and not declared twice', () => {
  const { database } = world();
  const declare = (more: Partial<TypedCoverage>) => {
    const declared = declareCoverage(
      database,
      { register: 'land', medium: '', unit: '', from: '2026-01-01', until: '', ...more },
      'test',
      NOW,
    );
    return declared.ok ? 'done' : declared.refusals.map(({ code }) => code).join(' ');
  };
  assert.equal(declare({}), 'coverage-source');
  assert.equal(declare({ medium: '某网', unit: '某局' }), 'coverage-source');
  assert.equal(declare({ medium: '某网', from: '2026-02-30' }), 'not-a-day');
  assert.equal(declare({ medium: '某网', until: '2025-01-01' }), 'coverage-order');
  assert.equal(declare({ register: 'constructor', medium: '某网' }), 'unknown-register');
  assert.equal(declare({ medium: '某网' }), 'done');
  assert.equal(declare({ medium: '某网', from: '2026-05-01' }), 'coverage-twice');
});

test('a result that is owed and absent is listed from the day after, and gone once it is published', () => {
  const { database, say, verdicts } = world();
  declareLand(database);
  say('land', 'grant', '2026-10-01 09:00', {
    method: 'listing',
    listingFrom: '2026-10-26 09:00',
    listingUntil: '2026-11-06 15:00',
    applicationDeadline: '2026-11-05 17:00',
  });
  assert.deepEqual([verdicts('land')['L4']!.verdict, verdicts('land')['L4']!.dueOn], ['running', '2026-11-20']);
  const owed = (today: string) => owedBefore(database, today, { rules: RULES, limit: 10 }).rows.map(({ rule }) => rule);
  assert.deepEqual([owed('2026-11-20'), owed('2026-11-21')], [[], ['L4']]);
  say('land', 'deal', '2026-11-23 09:00', { method: 'listing', dealtOn: '2026-11-06' });
  assert.deepEqual(owed('2026-11-24'), []);
  assert.equal(verdicts('land')['L4']!.verdict, 'broken');
});

test('a tender that ended owes no contract; one held again is judged by itself', () => {
  const { say, verdicts } = world();
  say('procurement', 'award', '2026-09-18 16:00', { awardedOn: '2026-09-17' });
  assert.equal(verdicts('procurement')['P15-2']!.verdict, 'running');
  say('procurement', 'termination', '2026-09-25 16:00', {}, { reason: '资金未落实' });
  assert.deepEqual(
    [verdicts('procurement')['P15-2']!.verdict, verdicts('procurement')['P15-2']!.reason],
    ['notApplicable', 'ended'],
  );
});

test('a rule is judged in the version in force on its trigger day', () => {
  const { say, verdicts } = world();
  say('mining', 'grant', '2022-06-01 09:00', {
    method: 'listing',
    listingFrom: '2022-06-10 09:00',
    listingUntil: '2022-06-30 15:00',
    applicationDeadline: '2022-06-08 17:00',
  });
  assert.equal(verdicts('mining')['M1'], undefined);
});

test('a new year of the calendar judges anew exactly the records it touches', () => {
  const { database, say, verdicts } = world();
  say('land', 'grant', '2026-11-01 09:00', {
    method: 'listing',
    listingFrom: '2026-12-10 09:00',
    listingUntil: '2026-12-28 15:00',
    applicationDeadline: '2026-12-26 17:00',
  });
  say('procurement', 'award', '2026-09-18 16:00', { awardedOn: '2026-09-17' });
  assert.equal(verdicts('land')['L4']!.verdict, 'uncovered');
  const before = verdicts('procurement');
  const typed = { year: '2027', rest: '元旦 01-01', work: '01-03', source: '某通知' };
  const seen = previewYear(database, value(readYear(database, typed)));
  assert.deepEqual(
    [seen.asked, seen.days, seen.changes.map(({ before: was, after }) => [was.rule, was.verdict, after.verdict])],
    [1, [], [['L4', 'uncovered', 'running']]],
  );
  assert.equal(verdicts('land')['L4']!.verdict, 'uncovered');
  const result = importYear(database, typed, 'test', NOW);
  assert.deepEqual(result, { ok: true, value: { year: 2027, asked: 1, changed: 1 } });
  // Ten working days after 12-28: 12-29, 30, 31, 01-03 (made up), 04 … 08, 11.
  assert.deepEqual(
    [verdicts('land')['L4']!.verdict, verdicts('land')['L4']!.dueOn, calendarOf(database).until],
    ['running', '2027-01-11', '2027-12-31'],
  );
  assert.deepEqual(verdicts('procurement'), before);
  const wrong = (more: Partial<typeof typed>) => {
    const refused = importYear(database, { ...typed, ...more }, 'test', NOW);
    return refused.ok ? [] : refused.refusals.map(({ code, path }) => `${code} ${path}`);
  };
  assert.deepEqual(wrong({ year: '2029' }), ['calendar-year year']);
  assert.deepEqual(wrong({ rest: '元旦 13-01' }), ['calendar-day rest']);
  assert.deepEqual(wrong({ work: '01-01' }), ['calendar-twice rest']);
  assert.deepEqual(wrong({ source: ' ', rest: '' }), ['missing source', 'missing rest']);
});

test('a rule that changed judges anew the records under it, and no others', () => {
  const { database, say } = world();
  say('construction', 'tender', '2026-09-08 09:00', TENDER);
  say('procurement', 'award', '2026-09-18 16:00', { awardedOn: '2026-09-17' });
  assert.ok(rejudgeRules(database).rules.length > 20);
  assert.deepEqual(rejudgeRules(database), { rules: [], asked: 0, changed: 0 });
  const rules = registers.find(({ id }) => id === 'construction')!.periods!.rules as unknown as {
    id: string;
    length: number;
  }[];
  const rule = rules.find(({ id }) => id === 'T1')!;
  rule.length = 15;
  try {
    assert.deepEqual(rejudgeRules(database), { rules: ['T1'], asked: 1, changed: 1 });
  } finally {
    rule.length = 20;
  }
});

test('a fee that changed is published within twenty working days, holidays not counted, or it is late', () => {
  const verdict = (publishedAt: string, more: Partial<NoticeInput> = { firstPublished: undefined }) => {
    const { say, verdicts } = world();
    say(
      'fees',
      'revision',
      publishedAt,
      {
        effectiveFrom: '2027-01-01',
        formedOn: '2026-09-21',
        basis: [{ documentNumber: '某函〔2026〕1号' }],
        standards: [{ kind: 'fixed', printed: '每本120元', amount: 120, unit: '本' }],
      },
      { project: { code: 'ga-05', name: '护照' }, ...more },
    );
    const { F1 } = verdicts('fees');
    return [F1!.verdict, F1!.dueOn];
  };
  assert.deepEqual(verdict('2026-10-23 09:00'), ['kept', '2026-10-26']);
  assert.deepEqual(verdict('2026-10-27 09:00'), ['broken', '2026-10-26']);
  assert.equal(verdict('2026-10-27 09:00', {})[0], 'missing', 'what others published first may have been out before');
});

test('rebuilding gives the same verdicts', () => {
  const { database, say } = world();
  say('construction', 'tender', '2026-09-08 09:00', TENDER);
  say(
    'land',
    'grant',
    '2026-10-01 09:00',
    {
      method: 'listing',
      listingFrom: '2026-10-26 09:00',
      listingUntil: '2026-11-06 15:00',
      applicationDeadline: '2026-11-05 17:00',
    },
    { project: { code: 'TD-1', name: '某宗地' } },
  );
  const all = () => database.all('SELECT * FROM verdicts ORDER BY ocid, rule, trigger_release');
  const before = all();
  assert.ok(before.length > 5);
  rebuild(database);
  assert.deepEqual(all(), before);
});

test('every rule names moments that its register’s notices can say, and a title in both languages', () => {
  for (const { id, kinds, periods, labels } of registers) {
    // A register without periods has no rules.
    if (!periods) continue;
    for (const rule of [...periods.rules, ...periods.unimplemented])
      for (const language of ['zh', 'en'] as const)
        assert.ok(labels[language].periods![rule.id], `${id} ${rule.id} ${language}`);
    for (const period of periods.rules) {
      if (isQuantity(period)) {
        for (const kind of period.kinds) assert.ok(kinds[kind], `${period.id} ${kind}`);
        continue;
      }
      const { id: rule, trigger, target } = period;
      for (const reference of `${trigger}|${target}`.split('|').filter((one) => /[.@]/.test(one))) {
        const [kind = '', field = ''] = reference.split(/[.@]/);
        assert.ok(kinds[kind], `${rule} ${reference}`);
        if (field) assert.ok(kinds[kind].fields.shape[field], `${rule} ${reference}`);
      }
    }
  }
});

test('a year that is taken in again takes the place of the first, and what it touches is judged anew', () => {
  const { database, say, verdicts } = world();
  say('land', 'grant', '2026-11-01 09:00', {
    method: 'listing',
    listingFrom: '2026-12-10 09:00',
    listingUntil: '2026-12-28 15:00',
    applicationDeadline: '2026-12-26 17:00',
  });
  const typed = (work: string) => ({ year: '2027', rest: '元旦 01-01', work, source: '某通知' });
  const due = () => verdicts('land')['L4']!.dueOn;
  assert.ok(importYear(database, typed('01-03'), 'test', NOW).ok);
  const before = due();
  assert.equal(calendarOf(database).isWorkingDay('2027-01-03'), true);
  assert.deepEqual(previewYear(database, value(readYear(database, typed('01-02')))).days, ['2027-01-02', '2027-01-03']);
  // In the same instant: what was remembered of the first must not stand.
  assert.ok(importYear(database, typed('01-02'), 'test', NOW).ok);
  assert.equal(calendarOf(database).isWorkingDay('2027-01-03'), false);
  assert.equal(calendarOf(database).isWorkingDay('2027-01-02'), true);
  assert.ok(importYear(database, typed(''), 'test', NOW + 1).ok);
  assert.notEqual(due(), before);
});

const verdictOf = (world: ReturnType<typeof verdictsWorld>, rule: string) => world[rule]!;
const verdictsWorld = (told: (say: ReturnType<typeof world>['say']) => void, register: string) => {
  const { say, verdicts } = world();
  told(say);
  return verdicts(register);
};

test('what is dated before what it follows is no kept limit: the law forbids it, or the dates conflict', () => {
  const early = verdictsWorld((say) => {
    say('construction', 'awardLetter', '2026-09-10 09:00', {
      awards: [{ supplier: '某公司' }],
      issuedOn: '2026-09-10',
    });
    say('construction', 'contract', '2026-09-20 09:00', { signedOn: '2026-09-01', supplier: '某公司' });
  }, 'construction');
  assert.equal(verdictOf(early, 'T11').verdict, 'broken', 'a contract before the letter (招标投标法 art. 46)');
  const confused = verdictsWorld(
    (say) => say('procurement', 'award', '2026-09-01 16:00', { awardedOn: '2026-09-05' }),
    'procurement',
  );
  assert.deepEqual([verdictOf(confused, 'P12').verdict, verdictOf(confused, 'P12').reason], ['missing', 'reversed']);
});

test('a contract about one package leaves that of the other owed', () => {
  const { database, say } = world();
  declareCoverage(
    database,
    { register: 'procurement', medium: '某网', unit: '', from: '2026-01-01', until: '' },
    'test',
    NOW,
  );
  const awards = [
    { section: '1', supplier: '甲公司', awardPrice: '10万元' },
    { section: '2', supplier: '乙公司', awardPrice: '20万元' },
  ];
  say('procurement', 'award', '2026-08-03 10:00', { awards, awardedOn: '2026-08-03' });
  const owed = () => owedBefore(database, '2026-11-24', { rules: RULES, limit: 10 }).rows.map(({ rule }) => rule);
  say('procurement', 'contract', '2026-08-20 10:00', { section: '1', supplier: '甲公司', signedOn: '2026-08-19' });
  assert.deepEqual(owed(), ['P15-2']);
  say('procurement', 'contract', '2026-08-21 10:00', { section: '2', supplier: '乙公司', signedOn: '2026-08-20' });
  assert.deepEqual(owed(), []);
});

test('a win that was taken back owes no contract, and while the purchase is suspended nothing runs', () => {
  const won = { awards: [{ supplier: '甲公司', awardPrice: '10万元' }], awardedOn: '2026-09-01' };
  const void_ = verdictsWorld((say) => {
    const award = say('procurement', 'award', '2026-09-01 10:00', won);
    say(
      'procurement',
      'correction',
      '2026-09-15 10:00',
      {
        changes: [{ item: '中标结果', after: '中标无效' }],
        cancelledAwards: [{ supplier: '甲公司', reason: '提供虚假材料' }],
      },
      { amends: award },
    );
  }, 'procurement');
  assert.equal(verdictOf(void_, 'P15-2').verdict, 'notApplicable');
  const suspended = verdictsWorld((say) => {
    say('procurement', 'award', '2026-09-01 10:00', won);
    say('procurement', 'suspension', '2026-09-10 10:00', { suspendedOn: '2026-09-10' }, { reason: '投诉' });
  }, 'procurement');
  assert.deepEqual(
    [verdictOf(suspended, 'P15-2').verdict, verdictOf(suspended, 'P15-2').reason],
    ['missing', 'suspended'],
  );
});

test('an article with exceptions that notices do not tell accuses nobody', () => {
  const late = verdictsWorld(
    (say) => say('construction', 'complaint', '2026-11-01 10:00', { takenUpOn: '2026-06-01', decidedOn: '2026-10-30' }),
    'construction',
  );
  assert.deepEqual([verdictOf(late, 'T15').verdict, verdictOf(late, 'T15').reason], ['missing', 'proviso']);
});

test('a call of years ago is judged by the thresholds of its day, and private money is not judged', () => {
  const call = {
    ...TENDER,
    ceilingPrice: '3,000,000元',
    bidDeadline: '2012-09-15 10:00',
    openingAt: '2012-09-15 10:00',
  };
  const old = verdictsWorld(
    (say) => say('construction', 'tender', '2012-09-08 09:00', { ...call, documentsFrom: '2012-09-08 09:00' }),
    'construction',
  );
  assert.equal(verdictOf(old, 'T1').verdict, 'broken', 'two million was enough before June 2018');
  const tenders = (more: object) =>
    verdictOf(
      verdictsWorld((say) => say('construction', 'tender', '2026-09-08 09:00', { ...TENDER, ...more }), 'construction'),
      'T1',
    ).verdict;
  assert.equal(tenders({ fundingSource: '企业自筹资金' }), 'missing');
  assert.equal(tenders({ fundingSource: '财政资金' }), 'broken');
});

test('a result before the publicity of candidates ended came too early (条例 art. 54)', () => {
  const early = verdictsWorld((say) => {
    say('construction', 'tender', '2026-08-01 09:00', TENDER);
    say('construction', 'candidate', '2026-08-28 09:00', { publicityFrom: '2026-08-28', publicityUntil: '2026-08-31' });
    say('construction', 'award', '2026-08-29 09:00', { awards: [{ supplier: '某公司' }] });
  }, 'construction');
  assert.equal(verdictOf(early, 'T21').verdict, 'broken');
});

test('a publicity that ends at an hour is counted in days all the same', () => {
  const judged = (publicityFrom: string, publicityUntil: string) =>
    verdictsWorld(
      (say) => say('construction', 'candidate', '2026-08-28 09:00', { publicityFrom, publicityUntil }),
      'construction',
    );
  const hours = judged('2026-08-28 18:00', '2026-08-31 18:00');
  assert.deepEqual(hours, judged('2026-08-28', '2026-08-31'));
  assert.equal(verdictOf(hours, 'T9').verdict, 'kept');
});

test('applications for a listing close two days before it ends, and an auction has no such day (39号令 art. 11)', () => {
  const applied = (fields: Record<string, unknown>) =>
    verdictsWorld((say) => say('land', 'grant', '2026-09-01 09:00', fields), 'land')['L16'];
  const listing = { method: 'listing', listingFrom: '2026-10-09 09:00', listingUntil: '2026-10-23 15:00' };
  assert.equal(applied({ ...listing, applicationDeadline: '2026-10-21 17:00' })!.verdict, 'kept');
  assert.equal(applied({ ...listing, applicationDeadline: '2026-10-22 17:00' })!.verdict, 'broken');
  assert.equal(
    applied({ method: 'auction', saleAt: '2026-10-23 15:00', applicationDeadline: '2026-10-22 17:00' }),
    undefined,
  );
});

test('what a negotiation clarified three working days before offers close is in time, later it is not said to be late', () => {
  const clarified = (at: string, kind: string) =>
    verdictOf(
      verdictsWorld((say) => {
        say('procurement', kind, '2026-09-01 09:00', {
          bidDeadline: '2026-09-18 09:00',
          openingAt: '2026-09-18 09:00',
        });
        say('procurement', 'clarification', at, { changes: [{ item: '参数', before: '甲', after: '乙' }] });
      }, 'procurement'),
      'P32',
    );
  assert.equal(clarified('2026-09-15 09:00', 'negotiation').verdict, 'kept');
  assert.deepEqual(
    [clarified('2026-09-17 09:00', 'inquiry').verdict, clarified('2026-09-17 09:00', 'inquiry').reason],
    ['missing', 'negotiationAffected'],
  );
  assert.equal(clarified('2026-09-17 09:00', 'consultation').verdict, 'notApplicable');
});

test('a case that is decided before its days is in time, and counts once however often it is reported', () => {
  const { database, say, verdicts } = world();
  const more = { project: { code: 'bj-2026-0001', name: '食品经营许可' }, firstPublished: undefined };
  const told = (at: string, fields: Record<string, unknown>) =>
    say(
      'cases',
      'progress',
      at,
      { itemName: '食品经营许可', unitInCharge: UNIT, acceptedOn: '2026-10-26', dueOn: '2026-11-06', ...fields },
      more as Partial<NoticeInput>,
    );
  told('2026-10-27 09:00', { statutoryDueOn: '2026-11-23' });
  assert.equal(verdicts('cases')['C1']?.verdict, 'running');
  told('2026-11-05 09:00', { statutoryDueOn: '2026-11-23', decidedOn: '2026-11-04', result: 'granted' });
  const [{ ocid }] = database.all<{ ocid: string }>('SELECT ocid FROM records') as [{ ocid: string }];
  assert.deepEqual(
    verdictsOf(database, ocid).map(({ rule, verdict }) => `${rule} ${verdict}`),
    ['C1 kept', 'C2 kept'],
  );
});

test('who builds before the day that was agreed is not late, and no dates conflict (城市房地产管理法 art. 26)', () => {
  const { database, say } = world();
  const held = { parcel: '2025-25号', transferee: '武山某公司' };
  const land = (kind: string, at: string, fields: Record<string, unknown>) =>
    say('land', kind, at, { ...held, ...fields }, { firstPublished: undefined });
  land('contract', '2025-12-15 09:00', {
    grantor: UNIT,
    location: '武山县某镇',
    area: 1.6675,
    use: '仓储',
    contractPrice: '472.69万元',
    paymentTerms: '一次付清',
    deliverBy: '2026-01-31',
    commenceBy: '2026-07-31',
    completeBy: '2028-07-31',
    signedOn: '2025-12-12',
  });
  land('commencement', '2026-07-23 09:00', { commencedOn: '2026-07-21' });
  const [ocid] = ocids(database);
  const { verdict } = verdictsOf(database, ocid!).find(({ rule }) => rule === 'L13')!;
  assert.equal(verdict, 'kept');
});

test('a time limit of no length is a last day that was set, and never conflicts with what was done before it', () => {
  for (const { periods } of registers)
    for (const rule of periods?.rules ?? [])
      if (!isQuantity(rule) && rule.operator === 'most' && rule.length === 0) assert.ok(rule.lastDay, rule.id);
});
