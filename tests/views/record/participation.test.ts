import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QUESTIONS } from '../../../src/registers/participation.ts';
import { registers } from '../../../src/registers/registers.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { LOCALES } from '../../../src/locales/labels.ts';
import { registerLabels } from '../../../src/views/words.ts';
import { clarificationNotice, emptyHouse, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const WHILE_OPEN = Date.UTC(2026, 8, 25, 2);

/** What the page of the record these notices make says of each question. */
function asked(now: number, ...notices: NoticeInput[]) {
  const database = emptyHouse();
  const [first] = published(database, ...notices);
  const answers = recordPage(portalOver(database, now), first!.ocid, 'zh')!.participation;
  return answers && Object.fromEntries(answers.map((answer) => [answer.question, answer]));
}

const texts = (answer: { lines: { label: string; text: string }[] } | undefined) =>
  answer?.lines.map(({ label, text }) => (label ? `${label}：${text}` : text));

test('an open tender says what is asked, of whom, by when and where', () => {
  const answers = asked(WHILE_OPEN, tenderNotice)!;
  assert.deepEqual(texts(answers['scope'])!.slice(0, 2), [
    '道路、排水、照明及绿化工程',
    '招标范围：图纸范围内全部内容',
  ]);
  assert.deepEqual(texts(answers['who']), ['市政公用工程施工总承包二级以上', '是否接受联合体：否']);
  // Bids are taken for another four days; whoever has no documents yet comes too late.
  assert.deepEqual(texts(answers['documents'])![0], '2026-09-08 09:00至2026-09-14 17:00（已过）');
  const early = asked(Date.UTC(2026, 8, 14, 2), tenderNotice)!;
  assert.deepEqual(texts(early['documents'])![0], '2026-09-08 09:00至2026-09-14 17:00');
  assert.deepEqual(texts(answers['opening']), ['2026-09-29 10:00']);
  assert.deepEqual(
    answers['who']!.sources.map(({ label }) => label),
    ['2026-09-08 招标公告'],
  );
});

test('what a later notice changed is said as it is now, with what held before and the notice that says it', () => {
  const deadline = asked(WHILE_OPEN, tenderNotice, clarificationNotice)!['deadline']!;
  assert.deepEqual(texts(deadline), ['2026-10-08 10:00', '投标文件递交方式：网上递交']);
  assert.equal(deadline.formerly, '原为2026-09-29 10:00');
  assert.match(deadline.sources[0]!.label, /^2026-09-24 澄清/);
});

test('after the deadline nobody is told how to take part', () => {
  assert.equal(asked(Date.UTC(2026, 9, 9), tenderNotice, clarificationNotice), null);
});

test('of a reprint, what was not read is sought in the text of the call; a form of ours is not said to hide it', () => {
  const { qualification, ...fields } = tenderNotice.fields as Record<string, unknown>;
  assert.ok(qualification);
  const reprint = { ...tenderNotice, firstPublished: { medium: '某网' }, fields: { ...fields, consortium: undefined } };
  const answers = asked(WHILE_OPEN, reprint)!;
  assert.equal(answers['who']!.unknown!.text, '见正文');
  assert.match(answers['who']!.unknown!.path!, /^\/notices\/\d+#text$/);
  assert.equal(asked(WHILE_OPEN, tenderNotice)!['deposit'], undefined);
});

test('sections with calls of their own are told apart', () => {
  const second = {
    ...tenderNotice,
    id: 'lakeside-b',
    section: { id: '2' },
    fields: { ...tenderNotice.fields, qualification: '公路工程施工总承包二级以上' },
  };
  const answers = asked(WHILE_OPEN, { ...tenderNotice, section: { id: '1' } }, second)!;
  assert.deepEqual(
    texts(answers['who'])!.filter((text) => text.includes('承包')),
    ['标段1：市政公用工程施工总承包二级以上', '标段2：公路工程施工总承包二级以上'],
  );
  assert.deepEqual(texts(answers['opening']), ['2026-09-29 10:00']);
});

test('what a register says of taking part is in its calls, and each question has its words', () => {
  for (const register of registers) {
    const calls = Object.values(register.kinds).filter(({ stage }) => stage && register.stages[stage]?.isOpen);
    for (const field of Object.values(register.participation ?? {}).flat(2)) {
      const name = field.split('.')[0]!;
      assert.ok(
        calls.some(({ fields }) => name in fields.shape),
        `${register.id} ${field}`,
      );
    }
    if (!register.participation) continue;
    for (const locale of LOCALES)
      for (const question of QUESTIONS)
        assert.ok(registerLabels(register, locale).participation?.[question], `${register.id} ${question}`);
  }
});

test('whom to ask is said once with its role, never the role twice', () => {
  const told = { contact: '王某某', telephone: '0938-×××××××' };
  const fields = {
    ...tenderNotice.fields,
    procuringEntity: { name: '天水市××建设管理中心', ...told },
    agency: { name: '甘肃××招标代理有限公司', ...told },
  };
  const asking = { ...tenderNotice, fields };
  const lines = texts(asked(WHILE_OPEN, asking)!['contact'])!;
  assert.ok(
    lines.some((line) => line.includes('招标代理')),
    lines.join('\n'),
  );
  for (const line of lines) assert.ok(!/^(.+)：\1：/.test(line), line);
});
