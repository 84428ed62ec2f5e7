import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Converter } from 'opencc-js/cn2t';
import { configs } from 'opencc-js/preset/cn2t';
import { zh } from '../../src/locales/zh/zh.ts';
import { registers } from '../../src/registers/registers.ts';
import { hongKong, traditional, traditionalPage } from '../../src/views/traditional.ts';

/** Words of notices and pages, and how they are written in traditional characters. */
const WORDS: Record<string, string> = {
  审批核准信息: '審批核准信息',
  审批核准部门: '審批核准部門',
  项目核准: '項目核准',
  批准文件: '批准文件',
  灰岩矿: '灰岩礦',
  折合标准煤: '折合標準煤',
  冲抵: '沖抵',
  个体户: '個體户',
  北街胡同: '北街胡同',
  演示丑: '演示丑',
  收费标准: '收費標準',
  规模标准: '規模標準',
  编制: '編制',
  按周: '按週',
  上一周: '上一週',
  下一周: '下一週',
  周某某: '周某某',
  每周: '每週',
  征收: '徵收',
  行政机关征收: '行政機關徵收',
  停征: '停徵',
  清单只写名称: '清單只寫名稱',
  只收下列: '只收下列',
  已签合同: '已簽合同',
  签订合同: '簽訂合同',
  签成交确认书: '簽成交確認書',
  发布标签: '發布標籤',
  公告发布: '公告發布',
  公布结果: '公布結果',
  写下并发布: '寫下並發布',
  合并: '合併',
  不合并: '不合併',
  一并发布: '一併發布',
  一并公布: '一併公布',
  写明了中标价: '寫明了中標價',
  '180天后删除': '180天後刪除',
  七天后: '七天後',
  换发: '換發',
  投标人参加投标: '投標人參加投標',
  有采购代理的: '有採購代理的',
  取得采矿许可证: '取得採礦許可證',
  利害关系人: '利害關係人',
  若干: '若干',
  慈溪市: '慈溪市',
  澄江市: '澄江市',
  云城区: '雲城區',
  复核: '複核',
  恢复: '恢復',
  答复: '答覆',
  联系人: '聯繫人',
  关系: '關係',
  范围: '範圍',
  以后: '以後',
  平方公里: '平方公里',
  公告里: '公告裏',
  其余: '其餘',
  干净: '乾淨',
  主干道: '主幹道',
  分钟: '分鐘',
  划拨: '劃撥',
  制定: '制定',
  复制: '複製',
  甘谷县: '甘谷縣',
  采购: '採購',
  采矿权: '採礦權',
  名词解释: '名詞解釋',
  启用: '啟用',
  建筑粘土: '建築黏土',
  计划编制: '計劃編製',
  '写明“不予退还”': '寫明「不予退還」',
  '“所附‘总价’一栏”': '「所附『總價』一欄」',
  'Gongshi’s ‘own’ words': 'Gongshi’s ‘own’ words',
};

test('words of notices stand in traditional characters as they are meant', () => {
  for (const [simplified, meant] of Object.entries(WORDS)) assert.equal(traditional(simplified), meant);
});

/** Pairs of characters that no word of ours has. */
const WRONG = /核準|批準|按周|單隻|籤[合成交約發訂]|機關征|併發|發佈|公佈/g;

test('no label of the portal says a word in a character that is not meant', () => {
  const said = JSON.stringify([zh, registers.map(({ labels }) => labels.zh)]);
  assert.deepEqual(traditional(said).match(WRONG) ?? [], []);
});

test('whoever is named on a page is called as he was published, wherever his name stands; words of ours are not', () => {
  const page = traditionalPage(
    '<title>甘谷县乡镇卫生院的公告</title><h1 translate="no">天水发达路桥公司</h1>' +
      '<a href="/hant/units/p1">甘谷县乡镇卫生院</a>发布，<a class="more" href="/hant/parties/p2">全部单位</a>见卫生部门；天水发达路桥公司签订合同',
  );
  assert.match(page, /<title>甘谷县乡镇卫生院的公告/);
  assert.match(page, />甘谷县乡镇卫生院<\/a>發布/);
  assert.match(page, /<h1 translate="no">天水发达路桥公司<.*；天水发达路桥公司簽訂合同/);
  assert.match(page, /見衞生部門/);
});

test('a title that holds a name is converted whole, not half', () => {
  const page = traditionalPage(
    '<a href="/hant/units/p1">天水市某小学</a><a href="/hant/records/r1">天水市某小学教学设备采购</a>',
  );
  assert.match(page, />天水市某小学<\/a>.*>天水市某小學教學設備採購</);
});

test('what a form sends back stays as it was written: a choice, a hidden word, a letter', () => {
  const page = traditionalPage(
    '<option value="甘谷县">甘谷县</option><input type="hidden" name="name" value="于小红">' +
      '<textarea name="facts" rows="3">我叫范云，参与投标</textarea><p>投标人参与采购</p>',
  );
  assert.match(page, /value="甘谷县">甘谷縣</);
  assert.match(page, /value="于小红"/);
  assert.match(page, />我叫范云，参与投标<\/textarea>/);
  assert.match(page, /投標人參與採購/);
});

test('our own tables write what the library writes, of every word it knows, whole and cut, run together', () => {
  const ours = hongKong();
  const theirs = Converter({ from: 'cn', to: 'hk' });
  const words = ([configs['s2hk']!.segmentation].flat() as string[])
    .flatMap((dictionary) => dictionary.split('|').map((entry) => entry.split(' ')[0]!))
    .map((word, index) => (index % 3 === 0 ? word.slice(0, 1 + (index % word.length)) : word));
  assert.ok(words.length > 49_000);
  for (let from = 0; from < words.length; from += 12) {
    // Neighbours of the alphabet never meet in a text.
    const text = Array.from({ length: 12 }, (_, step) => words[(from + step * 4_099) % words.length]).join('');
    assert.equal(ours(text), theirs(text), text);
  }
  assert.equal(ours('<p lang="zh">&amp; 后𠮷勘察🙂设计</p>'), theirs('<p lang="zh">&amp; 后𠮷勘察🙂设计</p>'));
});
