import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordPage, type RecordPage } from '../../../src/views/record/record-page.ts';
import { rebuild } from '../../../src/notices/rebuild.ts';
import { emptyHouse, published, refusedCodes, tenderNotice } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const again = {
  ...tenderNotice,
  id: 'again-1',
  project: { code: 'TS-GC-2026-0400', name: '湖滨路改造工程施工（二期）' },
  related: [{ relationship: 'unsuccessfulProcess' as const, code: tenderNotice.project!.code! }],
};
const lines = (page: RecordPage) =>
  page.related.map(({ label, title, path }) => ({ label, title, isHere: path !== null }));

test('a record that is tendered again points to the one that failed, and both pages show it', () => {
  const database = emptyHouse();
  const [first, second] = published(database, tenderNotice, again);
  const portal = portalOver(database);
  assert.deepEqual(lines(recordPage(portal, second!.ocid, 'zh')!), [
    { label: '此前未成的项目', title: '湖滨路改造工程施工', isHere: true },
  ]);
  assert.deepEqual(lines(recordPage(portal, first!.ocid, 'zh')!), [
    { label: '重新招标（采购）', title: '湖滨路改造工程施工（二期）', isHere: true },
  ]);
  assert.equal(recordPage(portal, first!.ocid, 'en')!.related[0]!.label, 'Tendered again');
});

test('a record that is not here is named by its code, and found once it comes', () => {
  const database = emptyHouse();
  const [second] = published(database, again);
  const page = () => recordPage(portalOver(database), second!.ocid, 'zh')!;
  assert.deepEqual(lines(page()), [{ label: '此前未成的项目', title: tenderNotice.project!.code!, isHere: false }]);
  published(database, tenderNotice);
  assert.equal(lines(page())[0]!.isHere, true);
  const before = page().related;
  rebuild(database);
  assert.deepEqual(page().related, before);
});

test('a purchase called off from a framework in another register is found by code or ocid, and in OCDS', () => {
  const database = emptyHouse();
  const [framework] = published(database, tenderNotice);
  const [byOcid] = published(database, {
    ...again,
    related: [{ relationship: 'framework', code: framework!.ocid }],
  });
  const page = recordPage(portalOver(database), byOcid!.ocid, 'zh')!;
  assert.deepEqual(lines(page), [{ label: '所依据的框架协议', title: '湖滨路改造工程施工', isHere: true }]);
  assert.deepEqual(page.compiled.relatedProcesses, [
    {
      id: `framework:${framework!.ocid}`,
      relationship: ['framework'],
      scheme: 'ocid',
      identifier: framework!.ocid,
    },
  ]);
});

test('what OCDS from elsewhere relates is shown; an unknown relation is only 相关项目', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice);
  const [foreign] = published(database, {
    ...again,
    related: undefined,
    ocds: {
      ocid: 'ocds-abc-1',
      tender: { title: '他处的项目' },
      relatedProcesses: [
        { id: '1', relationship: ['prior'], scheme: 'ocid', identifier: first!.ocid },
        { id: '2', relationship: 'constructor', scheme: 'ocid', identifier: first!.ocid },
        { id: '3', relationship: ['parent'], scheme: 'elsewhere', identifier: '42' },
      ],
    },
  });
  const page = recordPage(portalOver(database), foreign!.ocid, 'zh')!;
  assert.deepEqual(
    page.related.map(({ label }) => label),
    ['相关项目', '前一期项目'],
  );
});

test('a relation nobody knows is refused with what there is', () => {
  const database = emptyHouse();
  assert.deepEqual(refusedCodes(database, { ...again, related: [{ relationship: 'cousin', code: 'X-1' }] } as never), [
    'not-a-choice related.0.relationship',
  ]);
});

test('a correction that no longer points takes the line away on both sides', () => {
  const database = emptyHouse();
  const [first, second] = published(database, tenderNotice, again);
  published(database, { ...again, id: 'again-2', amends: 'again-1', related: undefined });
  const portal = portalOver(database);
  assert.deepEqual(recordPage(portal, second!.ocid, 'zh')!.related, []);
  assert.deepEqual(recordPage(portal, first!.ocid, 'zh')!.related, []);
});
