import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveCoverage } from '../../src/clock/storage.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import type { Panel } from '../../src/views/record/panels/panels.ts';
import { recordPage } from '../../src/views/record/record-page.ts';
import { panelsPage } from '../../src/views/supervision/panels-page.ts';
import { portalOver } from '../views/world.ts';
import { emptyHouse, published, tenderNotice } from './lakeside-road.ts';

const CODE = '2605-620502-04-01-123417';
const BUREAU = '秦州区某建设局';
const project = { code: 'TS-GC-2026-0187', name: '湖滨路改造工程施工', investmentCode: CODE };

function told(id: string, kind: string, at: string, fields: Record<string, unknown>, more: Partial<NoticeInput> = {}) {
  return {
    id,
    register: 'construction',
    kind,
    title: `湖滨路改造工程 ${id}`,
    project,
    region: '620502',
    unit: { name: BUREAU },
    publishedAt: at,
    fields,
    ...more,
  } satisfies NoticeInput;
}

const tender = { ...tenderNotice, project };
const contract = told('lake-contract', 'contract', '2026-10-20 09:00', {
  contractNumber: 'HT-01',
  procuringEntity: '天水市某建设管理中心',
  supplier: '天水某建设有限公司',
  contractPrice: '1,000,000元',
  term: '240日',
  signedOn: '2026-10-19',
});
const payment = (id: string, sum: string, day: string) =>
  told(id, 'funding', `${day} 10:00`, { funding: 'payment', amount: sum, fundedOn: day, contractNumber: 'HT-01' });

function panelsIn(notices: NoticeInput[], prepare?: (database: ReturnType<typeof emptyHouse>) => void) {
  const database = emptyHouse();
  prepare?.(database);
  const [{ ocid } = { ocid: '' }] = published(database, ...notices);
  const page = recordPage(portalOver(database), ocid, 'zh')!;
  return { page, of: (id: Panel['id']) => page.panels!.find((panel) => panel.id === id)! };
}

test('the six panels of a project fill: with day, document, unit and where it is said', () => {
  const { page, of } = panelsIn([
    tender,
    told('lake-permit', 'permit', '2026-09-01 09:00', {
      permit: 'construction',
      documentNumber: '建施字第1号',
      approvedOn: '2026-08-28',
      authority: BUREAU,
    }),
    told('lake-review', 'designReview', '2026-08-20 09:00', {
      reviewer: '甘肃某图审中心',
      certificateNumber: '2026-0417',
      reviewedOn: '2026-08-18',
    }),
    contract,
    told('lake-quality', 'qualityRegistration', '2026-10-25 09:00', { authority: BUREAU, registeredOn: '2026-10-24' }),
    payment('lake-pay-1', '400,000元', '2026-11-01'),
    payment('lake-pay-2', '300,000元', '2026-11-20'),
    // Another tender of the same project stays a record of its own, and is seen here all the same.
    told(
      'lake-design',
      'permit',
      '2026-06-01 09:00',
      {
        permit: 'initiation',
        documentNumber: '发改〔2026〕1号',
        approvedOn: '2026-05-19',
        authority: '秦州区某发展和改革局',
      },
      { project: { code: 'TS-GC-2026-0100', name: '湖滨路改造工程勘察设计', investmentCode: CODE } },
    ),
    {
      ...told('lake-case', 'filing', '2026-11-10 09:00', {
        matter: 'quality',
        respondent: '天水某建设有限公司',
        authority: BUREAU,
        filedOn: '2026-11-09',
        facts: '检查发现问题。',
      }),
      register: 'enforcement',
      project: { code: 'QZ-LA-1', name: '湖滨路改造工程质量案', investmentCode: CODE },
    },
  ]);
  assert.deepEqual(
    page.panels!.map(({ title, state }) => `${title} ${state.text}`),
    [
      '标准监管 1项已公开',
      '审批监管 2项已公开',
      '招投标监管 2项已公开',
      '质量监管 1项已公开',
      '资金监管 2项已公开',
      '查处 1项已公开',
    ],
  );
  assert.deepEqual(
    of('approvals').rows.map(({ day, text, sub }) => [day, text, sub]),
    [
      ['2026-08-28', '施工许可', '建施字第1号'],
      ['2026-05-19', '立项', '发改〔2026〕1号'],
    ],
  );
  assert.equal(of('approvals').unit?.name, BUREAU);
  assert.equal(of('findings').rows[0]!.text, '湖滨路改造工程质量案');
  assert.deepEqual(
    of('money').figures.map(({ value, sources }) => [value, sources.length]),
    [['¥700,000.00／合同价¥1,000,000.00（70.0%）', 2]],
  );
  assert.equal(page.stage, 'contract', 'what is said of the project moves none of its tenders');
});

test('of an empty panel nothing is said but that it is not held here', () => {
  const { of } = panelsIn([tender]);
  for (const id of ['standard', 'approvals', 'quality', 'money', 'findings'] as const)
    assert.deepEqual([of(id).state.text, of(id).owed], ['本站未见', []], id);
});

test('an approval that the call names is owed by its unit only where that unit is taken in whole', () => {
  const named = {
    ...tender,
    fields: {
      ...tender.fields,
      approver: '秦州区某发展和改革局',
      approvalNumber: '发改〔2026〕1号',
      approvedOn: '2026-08-28',
    },
  };
  assert.equal(panelsIn([named]).of('approvals').state.text, '本站未见');
  const whole = panelsIn([named], (database) =>
    saveCoverage(database, {
      register: 'construction',
      medium: null,
      unit: '秦州区某发展和改革局',
      from: '2026-01-01',
      until: null,
      declaredAt: 0,
      declaredBy: 'test',
    }),
  ).of('approvals');
  assert.equal(whole.state.text, '1项未公开');
  assert.equal(whole.owed[0]!.unit.name, '秦州区某发展和改革局');
  assert.match(whole.owed[0]!.sub, /《政府信息公开条例》第二十六条/);
});

test('acceptance is put on file within fifteen days, by a rule that is still to be compared with its source', () => {
  const { page } = panelsIn([
    tender,
    told('lake-filed', 'completionFiling', '2026-11-20 09:00', {
      authority: BUREAU,
      acceptedOn: '2026-10-20',
      filedOn: '2026-11-18',
    }),
  ]);
  const line = page.clock!.lines.find(({ rule }) => rule === 'T30')!;
  assert.deepEqual([line.verdict, line.word, line.unverified], ['broken', '计算为不合，依据待核', true]);
});

test('of a unit in charge the projects without the panel that is asked for stand first, the oldest on top', () => {
  const database = emptyHouse();
  const watched = { ...tender, fields: { ...tender.fields, supervisor: BUREAU } };
  const other = (id: string, at: string): NoticeInput => ({
    ...watched,
    id,
    title: `${id}工程施工招标公告`,
    project: { code: `TS-GC-${id}`, name: `${id}工程施工` },
    publishedAt: at,
  });
  published(
    database,
    watched,
    told('lake-quality', 'qualityRegistration', '2026-10-25 09:00', { authority: BUREAU, registeredOn: '2026-10-24' }),
    other('南山路', '2026-09-02 09:00'),
    other('北山路', '2026-09-01 09:00'),
  );
  const portal = portalOver(database);
  const { id } = panelsPage(portal, new URLSearchParams(), 'zh').units.find(({ name }) => name === BUREAU)!;
  const page = panelsPage(portal, new URLSearchParams({ unit: id, panel: 'quality' }), 'zh');
  assert.deepEqual(
    page.projects.map(({ title, panels }) => `${title} ${panels[0]!.state.text}`),
    ['北山路工程施工 本站未见', '南山路工程施工 本站未见', '湖滨路改造工程施工 1项已公开'],
  );
});
