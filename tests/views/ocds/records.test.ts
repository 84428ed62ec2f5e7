import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mergeReleases } from '../../../src/notices/merge.ts';
import { findRecord, releasesOf } from '../../../src/notices/storage.ts';
import { versionReleases } from '../../../src/notices/versions.ts';
import { ocdsRecord } from '../../../src/views/ocds/record.ts';
import { ocdsRelease } from '../../../src/views/ocds/release.ts';
import { isOcds } from '../../../src/views/ocds/scope.ts';
import { withoutShared } from '../../notices/import-world.ts';
import { everything, filesIn, world } from './published.ts';
import { examiner, withoutStandard } from './standard.ts';

const demo = world();

test(
  'every release and record of the demo and of all published data here is OCDS 1.1.5, with nothing undeclared, empty or there twice',
  { skip: withoutStandard || withoutShared },
  async () => {
    const { portal, all } = await everything();
    const examine = examiner();
    let releases = 0;
    for (const release of all) {
      const json = ocdsRelease(portal, release);
      if (!json) continue;
      releases++;
      assert.deepEqual(examine.release(json), [], `${release.register} ${release.content.title}`);
      assert.doesNotMatch(JSON.stringify(json), /"(?:fen|printed|person|basis|rate)":/);
    }
    const records = [...new Set(all.map(({ ocid }) => ocid))]
      .map((ocid) => ocdsRecord(portal, ocid))
      .filter((record) => record !== undefined);
    assert.ok(releases > 300 && records.length > 200, `${releases} releases, ${records.length} records`);
    const envelope = { uri: 'https://x.example/', version: '1.1', publishedDate: '2026-01-01T00:00:00Z' };
    for (const record of records)
      assert.deepEqual(
        examine.recordPackage({ ...envelope, publisher: { name: 'x' }, records: [record] }),
        [],
        String(record['ocid']),
      );
  },
);

test('the examiner finds what is wrong', { skip: withoutStandard }, async () => {
  const { portal, all } = await demo;
  const { release } = examiner();
  const sound = ocdsRelease(
    portal,
    all.find(({ kind }) => kind === 'tender')!,
  )!;
  const broken = (members: object) => release({ ...sound, ...members }).join('; ');
  assert.match(broken({ fen: 1 }), /fen is not declared/);
  assert.match(broken({ awards: [{ id: '1' }, { id: '1', rank: 2 }] }), /id twice/);
  assert.match(broken({ language: ' ' }), /language is empty/);
  assert.match(broken({ date: '2026-01-01' }), /date must match format/);
});

test('what a parcel or a mining right is sold for flows to the state, and is negative; its own price is not', async () => {
  const { compiled } = await demo;
  const land = compiled('2025-25号');
  assert.deepEqual(land['awards'][0].value, { amount: -4_726_900, currency: 'CNY' });
  assert.deepEqual(land['contracts'][0].value, { amount: -4_726_900, currency: 'CNY' });
  const { landUseRight } = land['tender'].lots[0];
  // 18万元/亩 of 1.6675 公顷.
  assert.deepEqual(landUseRight.startingPrice, { amount: 4_502_250, currency: 'CNY' });
  assert.deepEqual([landUseRight.area, landUseRight.term, landUseRight.use.name], [1.6675, 50, '仓储']);
  assert.deepEqual(land['buyer'], land['tender'].procuringEntity);
  const { miningRight } = compiled('水泥用灰岩矿采矿权')['tender'].lots[0];
  assert.deepEqual([miningRight.mineral, miningRight.licence], ['水泥用灰岩', 'C6205××××']);
  assert.match(miningRight.coordinates, /2000国家大地坐标系/);
});

test('a price that is a rate is no amount, and is told as it was published', async () => {
  const { compiled } = await demo;
  const [award] = compiled('高标准农田建设项目全过程工程咨询')['awards'];
  assert.deepEqual([award.value, award.valueDetails], [undefined, '费率1.85%']);
});

test('a record leads to the releases it is made of, each with its own address, and fees are no OCDS', async () => {
  const { portal, all } = await demo;
  const { ocid } = all.find(({ kind }) => kind === 'withdrawal')!;
  const record = ocdsRecord(portal, ocid)!;
  const links = record['releases'] as { url: string; date: string }[];
  assert.ok(links.every(({ url }) => url.startsWith('https://gongshi.example/api/ocds/releases/')));
  assert.deepEqual(
    links.map(({ date }) => date),
    links.map(({ date }) => date).toSorted(),
  );
  const fee = all.find(({ register }) => register === 'fees')!;
  assert.deepEqual([ocdsRelease(portal, fee), ocdsRecord(portal, fee.ocid)], [undefined, undefined]);
});

test('whoever merges the releases that a record names, by date, has the record: nothing is turned back by what is said anew', async () => {
  const { portal, all } = await demo;
  const releases = new Map(all.map((release) => [String(release.id), ocdsRelease(portal, release)]));
  for (const ocid of new Set(all.map((release) => release.ocid))) {
    const record = ocdsRecord(portal, ocid);
    if (!record) continue;
    const told = (record['releases'] as { url: string }[]).map(({ url }) => releases.get(url.split('#').at(-1)!)!);
    const dates = told.map(({ date }) => date as string);
    assert.deepEqual(dates, dates.toSorted());
    assert.deepEqual(mergeReleases(told), record['compiledRelease']);
    // As our pages tell it.
    const { compiled } = findRecord(portal.database, ocid)!;
    const { tender, parties = [] } = record['compiledRelease'] as { [member: string]: any };
    assert.equal(tender?.status, compiled.tender?.status, ocid);
    for (const party of compiled.parties ?? [])
      for (const role of party.roles ?? [])
        assert.ok(parties.find(({ id }: { id: string }) => id === party.id).roles.includes(role), `${ocid} ${role}`);
  }
});

test('a call after one that failed takes its reason back', async () => {
  const { portal, all } = await demo;
  const again = all.find(({ content }) => content.title.includes('公务用车租赁服务（第二次）'))!;
  const { tender } = ocdsRelease(portal, again) as { [member: string]: any };
  assert.equal(tender.terminationReason, null);
  const { compiledRelease } = ocdsRecord(portal, again.ocid) as { [member: string]: any };
  assert.ok(!('terminationReason' in compiledRelease.tender));
  const first = all.find(({ kind, ocid }) => kind === 'tender' && ocid !== again.ocid)!;
  assert.ok(!('terminationReason' in ((ocdsRelease(portal, first) as { [member: string]: any })['tender'] ?? {})));
});

test('ocids bear the prefix of the settings, and a record is found by it; another publisher’s stay', async () => {
  const { portal, all } = await demo;
  const first = all.find(({ register }) => isOcds(register));
  const registered = { ...portal, settings: { ...portal.settings, ocidPrefix: 'ocds-ab12cd' } };
  const ocid = String(ocdsRelease(registered, first!)!['ocid']);
  assert.match(ocid, /^ocds-ab12cd-620500-/);
  assert.equal(ocdsRecord(registered, ocid)?.['ocid'], ocid);
  assert.ok(findRecord(portal.database, first!.ocid) && releasesOf(portal.database, first!.ocid).length > 0);
  assert.match(String(ocdsRelease(portal, first!)!['ocid']), /^ocds-000000-/);
});

test('the official cases of versioned releases come out exactly', { skip: withoutShared }, () => {
  const cases = filesIn('golden-merge', /^[a-z-]+(?<!-compiled|-versioned)\.json$/);
  assert.ok(cases.length >= 9);
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  for (const path of cases)
    assert.deepEqual(versionReleases(read(path)), read(path.replace('.json', '-versioned.json')), path);
});
