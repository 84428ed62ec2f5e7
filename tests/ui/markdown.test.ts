import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '../../src/ui/markdown.ts';

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><circle/></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '[请看](javascript:alert(1))',
  '[请看](JaVaScRiPt:alert(1))',
  '[请看](java\tscript:alert(1))',
  '[请看](&#106;avascript:alert(1))',
  '[请看](data:text/html;base64,PHNjcmlwdD4=)',
  '[请看](vbscript:msgbox(1))',
  '[请看](//evil.example/x)',
  '[请看](/\\evil.example)',
  '[请看](https://a.example/" onmouseover="alert(1))',
  '![图](x" onerror="alert(1))',
  '![图](javascript:alert(1))',
  '<a href="javascript:alert(1)" style="position:fixed">x</a>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<style>*{display:none}</style>',
  '<form action="/office"><input name="q" autofocus onfocus=alert(1)></form>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<details open ontoggle=alert(1)>',
  '<https://a.example/?"onclick=alert(1)>',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '| a" onclick="alert(1) |\n|---|\n| <img src=x onerror=alert(1)> |',
  '```"><script>alert(1)</script>\nx\n```',
  '`<script>alert(1)</script>`',
  '<!--><script>alert(1)</script>-->',
  '<div><![CDATA[<script>alert(1)</script>]]></div>',
  '<br onload=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
];

for (const attack of ATTACKS) {
  test(`a notice cannot act on its reader: ${JSON.stringify(attack)}`, () => {
    for (const html of [renderMarkdown(attack), renderMarkdown(`- 一\n\n  ${attack}\n\n正文 ${attack} 正文`)]) {
      for (const [tag, name, attributes] of html
        .matchAll(/<\/?([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi)
        .map((match) => [match[0], match[1]!, match[2]!] as const)) {
        assert.match(
          name,
          /^(h[2-6]|p|br|hr|blockquote|ul|ol|li|strong|em|del|code|pre|a|div|table|thead|tbody|tr|th|td)$/,
          tag,
        );
        const outside = attributes.replace(/"[^"]*"/g, '""');
        assert.doesNotMatch(outside, /\s(on\w+|style|src|srcset|action|id|name)\s*=/i, tag);
        const href = /\shref="([^"]*)"/.exec(attributes)?.[1];
        if (href !== undefined) assert.match(href, /^(https?:\/\/|\/(?![/\\])|#)/i, tag);
      }
      assert.doesNotMatch(html, /<(script|style|img|svg|iframe|form|input|math|details|noscript|!--)/i);
    }
  });
}

test('raw HTML is shown as the text it is', () => {
  assert.equal(renderMarkdown('预算 <b>480</b> 万元').trim(), '<p>预算 &lt;b&gt;480&lt;/b&gt; 万元</p>');
});

test('a line break inside a table cell stays a line break', () => {
  assert.match(renderMarkdown('| 甲 |\n|---|\n| 一<br>二 |'), /一<br \/>二/);
});

test('headings of a notice begin at the third level and keep their distance', () => {
  assert.equal(renderMarkdown('# 公告\n\n## 一、项目概况\n').replace(/\n/g, ''), '<h3>公告</h3><h4>一、项目概况</h4>');
  assert.match(renderMarkdown('## 一、项目概况\n'), /^<h3>/);
  assert.match(renderMarkdown('## 如何检索\n', { top: 2 }), /^<h2>/);
  assert.match(renderMarkdown('# a\n\n###### b\n'), /<h6>b<\/h6>/);
});

test('tables survive, and each cell names its column', () => {
  const html = renderMarkdown('| 标段 | 中标价（元） |\n|---|---:|\n| 标段1 | 24,860,000.00 |\n');
  assert.match(html, /<div class="table"><table class="grid">/);
  assert.match(html, /<th scope="col" class="num">中标价（元）<\/th>/);
  assert.match(html, /<td data-label="标段">标段1<\/td><td data-label="中标价（元）" class="num">24,860,000.00<\/td>/);
});

test('a wide table can be reached and scrolled with the keyboard', () => {
  const html = renderMarkdown(`|${'列|'.repeat(8)}\n|${'-|'.repeat(8)}\n|${'值|'.repeat(8)}\n`, { tableName: '表格' });
  assert.match(html, /<div class="table" role="region" tabindex="0" aria-label="表格">/);
});

test('lists, quotations and emphasis survive', () => {
  const html = renderMarkdown('3. 三\n4. **四**\n\n- 甲\n  - 乙\n\n> 引文\n\n~~删~~ *强*\n');
  for (const part of ['<ol start="3">', '<strong>四</strong>', '<ul>', '<blockquote>', '<del>删</del>', '<em>强</em>'])
    assert.ok(html.includes(part), part);
});

test('links lead to the open web or to this house, and pass on no endorsement', () => {
  assert.match(
    renderMarkdown('[原文](https://example.org/a?b=1&c=2)'),
    /<a href="https:\/\/example.org\/a\?b=1&amp;c=2" rel="nofollow noopener">原文<\/a>/,
  );
  assert.match(renderMarkdown('[帮助](/help#search)'), /<a href="\/help#search">帮助<\/a>/);
});

test('text made to exhaust the reader of Markdown is shown plain', () => {
  assert.match(renderMarkdown('>'.repeat(20_000)), /^<p>(&gt;)+<\/p>$/);
  assert.match(renderMarkdown('- '.repeat(5_000)), /^<p>/);
});

test('hours joined by a tilde are not struck out', () => {
  assert.equal(renderMarkdown('每日9:00~12:00，14:30~18:00').trim(), '<p>每日9:00~12:00，14:30~18:00</p>');
});

test('a paragraph indented with spaces is a paragraph', () => {
  assert.match(renderMarkdown('    一、项目概况'), /^<p>\s*一、项目概况<\/p>$/m);
});

test('an address in running text ends where the Chinese goes on', () => {
  assert.match(
    renderMarkdown('网址https://example.org/a，请登录'),
    /网址<a href="https:\/\/example.org\/a" rel="nofollow noopener">https:\/\/example.org\/a<\/a>，请登录/,
  );
});

test('a link inside the house is written in the reader’s language', () => {
  const html = renderMarkdown('[help](/help#data) [out](https://example.org/help)', { path: (path) => `/en${path}` });
  assert.match(html, /href="\/en\/help#data"/);
  assert.match(html, /href="https:\/\/example.org\/help"/);
});

test('a text of nothing but one sign, or two, is rendered to its end however long it is', () => {
  for (const sign of [
    '_a',
    '*a',
    '_*a',
    '**a*',
    '`a',
    '``a',
    '<',
    '<a ',
    '[',
    '[a](',
    '~~a',
    '|a',
    '&',
    '"',
    'a@',
    '\\',
    '> ',
    '- ',
  ])
    assert.ok(renderMarkdown(sign.repeat(300_000 / sign.length)).length > 1_000, sign);
});

test('a table without heads has none, and its empty cells say nothing on a phone', () => {
  const html = renderMarkdown('|  |  |\n| --- | --- |\n| 采购单位 | 某乡政府 |\n| 品目 |  |', {
    top: 2,
    tableName: '',
  });
  assert.doesNotMatch(html, /<thead|<th|data-label/);
  assert.match(html, /<td>品目<\/td><td class="none"><\/td>/);
});
