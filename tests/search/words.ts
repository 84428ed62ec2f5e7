import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { parseQuery } from '../../src/search/query.ts';
import { findCode } from '../../src/search/storage.ts';
import { world, type Engine } from './world.ts';

/** How words are found, whichever engine answers. */
export function words(engine: Engine): void {
  const city = world({}, undefined, engine);

  test(`${engine}: a word of one character is found`, async () => assert.deepEqual(await city.find('桥'), ['bridge']));

  test(`${engine}: a word of two characters is found, titles first, newest first among equals`, async () => {
    assert.deepEqual(await city.find('路灯'), ['lamp', 'lakeTender']);
    assert.deepEqual(await city.find('改造'), ['lakeAward', 'lakeTender', 'withdrawn', 'lamp', 'mine', 'bridge']);
  });

  test(`${engine}: a word is found across the boundaries of words`, async () =>
    assert.deepEqual(await city.find('路改造工'), ['lakeAward', 'lakeTender', 'bridge']));

  test(`${engine}: a hit says whether the words stand in its title`, async () => {
    assert.deepEqual(
      (await city.search('湖滨路改造')).hits.map(({ inTitle }) => inTitle),
      [true, true, false],
    );
  });

  test(`${engine}: characters that stand apart are no word`, async () => {
    assert.deepEqual(await city.find('人民医院'), ['hospital', 'soon']);
    assert.deepEqual(await city.find('民医'), ['hospital', 'soon', 'mine']);
    assert.equal((await city.search('人民医院')).total, 2);
  });

  test(`${engine}: a word does not reach from the title into a name`, async () =>
    assert.deepEqual(await city.find('公告天水'), []));

  test(`${engine}: traditional and simplified find each other`, async () => {
    assert.deepEqual(await city.find('实验小学课桌椅'), ['school']);
    assert.deepEqual(await city.find('營業執照'), ['school']);
    assert.deepEqual(await city.find('湖濱路', { sort: 'newest' }), ['lakeAward', 'lakeTender', 'mine', 'bridge']);
  });

  test(`${engine}: width and case do not matter`, async () => {
    for (const typed of ['ct', 'ＣＴ', 'Ct', '６４ 排ct'])
      assert.deepEqual(await city.find(typed), ['hospital'], typed);
    assert.deepEqual(await city.find('ZHONGBIAO'), ['lamp']);
  });

  test(`${engine}: letters and digits are matched by whole parts`, async () => {
    assert.deepEqual(await city.find('28'), ['lakeTender']);
    assert.deepEqual(await city.find('dn300'), ['lamp']);
    assert.deepEqual(await city.find('300'), ['lamp']);
    assert.deepEqual(await city.find('GC0012'), ['hospital']);
    assert.deepEqual(await city.find('2026GC0013'), ['school']);
  });

  test(`${engine}: a document number is found in any brackets`, async () => {
    for (const typed of [
      '〔2024〕28号',
      '[2024]28号',
      '（2024）28号',
      '【2024】28號',
      '２０２４ 28號',
      '天水建[2024]28号',
    ]) {
      assert.deepEqual(await city.find(typed), ['lakeTender'], typed);
    }
    assert.deepEqual(await city.find('〔2024〕 3'), ['lakeTender']);
    assert.deepEqual(await city.find('〔2024〕3'), []);
  });

  test(`${engine}: spaces in the text or in the question do not part Chinese from digits`, async () => {
    assert.deepEqual(await city.find('第3季度'), ['lakeTender']);
    assert.deepEqual(await city.find('64排'), ['hospital']);
  });

  test(`${engine}: several words must all stand somewhere`, async () => {
    assert.deepEqual(await city.find('湖滨路　中标'), ['lakeAward']);
    assert.deepEqual(await city.find('麦积区 采购'), ['hospital', 'soon']);
  });

  test(`${engine}: a phrase stands together`, async () => {
    assert.deepEqual(await city.find('"CT 设备"'), ['hospital']);
    assert.deepEqual(await city.find('“湖滨路 改造”'), ['lakeAward', 'lakeTender', 'bridge']);
    assert.deepEqual((await city.find('湖滨路 改造')).length, 4);
    assert.deepEqual(await city.find('"未完的引号 湖滨'), []);
  });

  test(`${engine}: an excluded word is excluded, and only the word`, async () => {
    assert.deepEqual(await city.find('湖滨路 -改造'), []);
    assert.deepEqual(await city.find('湖滨路 -招标'), ['lakeAward', 'mine']);
    assert.deepEqual(await city.find('路 -人民医院', { sort: 'newest' }), [
      'lakeAward',
      'lakeTender',
      'mine',
      'lamp',
      'bridge',
      'ancient',
    ]);
  });

  test(`${engine}: only exclusions leave everything else`, async () => {
    assert.deepEqual(await city.find('-公告'), ['mine', 'lamp', 'nothing']);
    assert.equal((await city.search('-公告')).total, 3);
    assert.deepEqual(await city.find('-"招标公告" -采购', { sort: 'newest' }), [
      'lakeAward',
      'parcel',
      'mine',
      'lamp',
      'bridge',
      'nothing',
      'ancient',
    ]);
  });

  test(`${engine}: fields are asked by name`, async () => {
    assert.deepEqual(await city.find('单位:麦积区人民医院'), ['soon', 'hospital']);
    assert.deepEqual(await city.find('單位：教育局'), ['school']);
    assert.deepEqual(await city.find('unit:交通'), ['ancient']);
    assert.deepEqual(await city.find('供应商：照明'), ['lamp']);
    assert.deepEqual(await city.find('供应商:"天水××建设"'), ['lakeAward']);
    assert.deepEqual(await city.find('编号:TSG[2026]5号'), ['parcel']);
    assert.deepEqual(await city.find('code:2026'), ['lakeAward', 'school', 'hospital', 'lakeTender', 'parcel']);
    assert.deepEqual(await city.find('单位:医院 CT'), ['hospital']);
    assert.deepEqual(await city.find('采购 -单位:医院'), ['school']);
  });

  test(`${engine}: a code typed whole names its releases, however it is written`, () => {
    for (const typed of [
      'TSGC-2026-018',
      'tsgc 2026 018',
      'ＴＳＧＣ－２０２６－０１８',
      '编号:TSGC2026018',
      ' "TSGC-2026-018" ',
    ]) {
      assert.deepEqual(
        findCode(city.database, typed).map(({ ocid }) => ocid),
        ['lake', 'lake'],
        typed,
      );
    }
    assert.equal(findCode(city.database, 'tsg(2026)5号')[0]?.ocid, 'parcel');
    for (const typed of ['', '2026', '湖滨路', 'TSGC-2026', '-', '9'.repeat(5000)])
      assert.deepEqual(findCode(city.database, typed), [], typed);
  });

  test(`${engine}: the page is told which words to mark`, async () => {
    assert.deepEqual((await city.search('湖滨路 "CT 设备" -废标 单位：住建局')).words, ['湖滨路', 'CT 设备', '住建局']);
  });

  test(`${engine}: a rare character beyond the first plane is found`, async () => {
    assert.deepEqual(await city.find('𠮷字号'), ['withdrawn']);
    assert.deepEqual(await city.find('𠮷'), ['withdrawn']);
  });

  test(`${engine}: what holds no letter or digit asks for nothing and is answered with everything`, async () => {
    for (const typed of ['', ' ', '！？…', '"" -', '-', '😀', '\0', '（）《》'])
      assert.equal((await city.search(typed)).total, 12, typed);
  });

  test(`${engine}: long questions are cut, not refused`, async () => {
    assert.equal(parseQuery('一 二 三 四 五 六 七 八 九 十').wanted.length, 8);
    assert.equal(parseQuery('字'.repeat(5000)).wanted[0]!.text.length, 100);
    assert.deepEqual(await city.find(`湖滨路改造 ${'　'.repeat(200)}废话`), ['lakeAward', 'lakeTender', 'bridge']);
  });

  test(`${engine}: any text is a question, none is an error`, async () => {
    const hostile = [
      '"',
      '""',
      '"""',
      "'",
      "' OR 1=1 --",
      '*',
      'a*',
      '^abc',
      '(',
      ')',
      '()',
      'a AND',
      'OR',
      'NOT',
      'NEAR(a b)',
      'a NOT',
      'tokens:a',
      '{tokens}:a',
      '-',
      '--',
      '- -',
      '-"',
      '+a',
      'a:b:c',
      '单位:',
      '单位：：',
      '编号:"',
      '\\',
      '\u0000招标\u0000',
      '\ud800',
      '\udc00招标\ud842',
      '\u0080招标',
      '%',
      '_',
      ';',
      'a"b"c',
      '${x}',
      '<script>',
      '\n\t\r',
      '\u200b',
      '\ufeff',
      '[',
      '[[',
      '((((((((((',
      '？？？',
      '[^\\p{L}]*',
      '(?<=a)',
      'é',
      'ß',
      'İ',
      'ﷺ',
      'กำ',
      'א"ב',
    ];
    for (const q of hostile)
      for (const sort of ['best', 'newest', 'closing', 'amount'] as const)
        await city.search(q, { sort, facets: true, before: q });
    const alphabet = [
      ...'湖滨路改造招標公告2024〔〕28号ab"“”\'-－:：()*^{}[]\\ 　\0\u0080AND OR NOT NEAR单位供应商编号𠮷\ud800\udfff%_~!,，。',
    ];
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const rounds = engine === 'embedded' ? 3_000 : 500;
    for (let round = 0; round < rounds; round++) {
      const q = Array.from({ length: random(24) }, () => alphabet[random(alphabet.length)]).join('');
      const page = await city.search(q, {
        sort: (['best', 'newest', 'closing', 'amount'] as const)[round % 4],
        facets: round % 5 === 0,
      });
      assert.ok(page.hits.length <= page.total && page.total <= 12, JSON.stringify(q));
      findCode(city.database, q);
    }
  });
}
