/**
 * Runs in the browser: what is pasted from Word or a web page into a body keeps its headings, lists and tables, as Markdown.
 * The page's own HTML is read in a document that runs nothing and loads nothing, and only text comes out of it; whoever
 * wants plain text pastes it as such, or undoes.
 */
for (const box of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-markdown]')) {
  box.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!/<(?:h[1-6]|table|ul|ol|p)\b/i.test(html)) return;
    const text = blocksOf(new DOMParser().parseFromString(html, 'text/html').body).join('\n\n');
    if (text === '') return;
    event.preventDefault();
    // So that it can be undone; where a browser has given it up, it is put in all the same.
    if (!document.execCommand('insertText', false, text)) {
      box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const said = document.getElementById(`${box.id}-pasted`);
    if (said) said.textContent = box.dataset['markdown']!;
  });
}

const BLOCKS =
  'address,article,aside,blockquote,div,dl,figure,footer,header,h1,h2,h3,h4,h5,h6,main,ol,p,pre,section,table,ul';
const NOTHING =
  /^(?:SCRIPT|STYLE|TEMPLATE|HEAD|TITLE|META|LINK|SVG|IFRAME|OBJECT|NOSCRIPT|INPUT|BUTTON|SELECT|TEXTAREA)$/i;

/** Paragraphs, headings, lists and tables, in order. */
function blocksOf(parent: Element): string[] {
  const blocks: string[] = [];
  let line = '';
  const close = () => {
    const text = tidy(line);
    if (text !== '') blocks.push(atStart(text));
    line = '';
  };
  for (const node of parent.childNodes) {
    if (!(node instanceof Element) || !(node.matches(BLOCKS) || node.querySelector(BLOCKS))) {
      line += inline(node);
      continue;
    }
    close();
    if (!isLeftOut(node)) blocks.push(...blockOf(node));
  }
  close();
  return blocks;
}

function blockOf(node: Element): string[] {
  const heading = /^H([1-6])$/.exec(node.tagName)?.[1] ?? /\bMsoHeading([1-6])\b/.exec(node.className)?.[1];
  if (heading !== undefined) {
    const text = tidy(inline(node)).replaceAll('**', '');
    return text === '' ? [] : [`${'#'.repeat(Math.min(4, Math.max(2, Number(heading))))} ${text}`];
  }
  if (node.matches('table')) return tableOf(node as HTMLTableElement);
  if (node.matches('ul, ol')) return [listOf(node)].filter(Boolean);
  const mark = node.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')?.textContent?.trim();
  if (mark !== undefined && !node.querySelector(BLOCKS)) {
    const text = tidy(inline(node));
    return text === ''
      ? []
      : [/^\d+[.)、]$/.test(mark) ? `${mark.slice(0, -1)}. ${text}` : isWord(mark) ? mark + text : `- ${text}`];
  }
  return blocksOf(node);
}

/** 一、 and （二） are words of the text; what else stands before an item is its dot. */
const isWord = (mark: string) => /^[（(]?[一二三四五六七八九十\d]+[、)）]?$/.test(mark);

function listOf(list: Element, indent = ''): string {
  let n = Number(list.getAttribute('start') ?? 1);
  return [...list.children]
    .filter((item) => item.matches('li'))
    .flatMap((item) => {
      const inner = [...item.children].filter((child) => child.matches('ul, ol'));
      const own = [...item.childNodes].filter((child) => !inner.includes(child as Element));
      const mark = list.matches('ol') ? `${n++}. ` : '- ';
      const text = tidy(own.map(inline).join(''));
      const deeper = indent + ' '.repeat(mark.length);
      return [...(text === '' ? [] : [indent + mark + text]), ...inner.map((one) => listOf(one, deeper))];
    })
    .join('\n');
}

/** The first row is the head. A cell that spans stands in its first place, and the others are blank. */
function tableOf(table: HTMLTableElement): string[] {
  const rows: string[][] = [];
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (rows[y]?.[x] !== undefined) x++;
      for (let down = 0; down < Math.min(cell.rowSpan || 1, table.rows.length - y); down++)
        for (let across = 0; across < Math.min(cell.colSpan, 50); across++)
          (rows[y + down] ??= [])[x + across] = down + across === 0 ? cellText(cell) : '';
      x += Math.min(cell.colSpan, 50);
    }
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  // One cell is a frame around a page, not a table.
  if (width === 1 && rows.length === 1) return blocksOf(table.rows[0]!.cells[0]!);
  const lines = rows.map((row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`);
  return [[lines[0]!, `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n')];
}

const cellText = (cell: Element) =>
  tidy(inline(cell))
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ');

function inline(node: Node): string {
  if (node instanceof Text) return escaped(node.data.replace(/[\s\u00a0]+/g, ' '));
  if (!(node instanceof Element) || isLeftOut(node)) return '';
  if (node.matches('br')) return '\n';
  const edge = node.matches(BLOCKS) ? '\n' : '';
  const text = edge + [...node.childNodes].map(inline).join('') + edge;
  const bare = text.trim();
  if (bare === '') return text;
  if (node.matches('b, strong') && !bare.includes('\n') && !bare.includes('**'))
    return text.replace(bare, () => `**${bare}**`);
  const href = node.matches('a') ? (node.getAttribute('href') ?? '') : '';
  return /^https?:\/\/[^\s()<>]+$/i.test(href) && !bare.includes('\n') ? `[${bare}](${href})` : text;
}

/** What runs, what a reader does not see, and the dots that Word draws itself. */
function isLeftOut(node: Element): boolean {
  const style = node.getAttribute('style') ?? '';
  return (
    NOTHING.test(node.tagName) ||
    node.hasAttribute('hidden') ||
    /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/i.test(style)
  );
}

/** Signs that Markdown, or HTML in it, would read. */
const escaped = (text: string) => text.replace(/([\\`*_<>[\]])/g, '\\$1');

/** A line that begins like a heading, a list or a quotation is none, for it was none. */
const atStart = (text: string) =>
  text.replace(/^(#{1,6}|[-+]|\d{1,9}[.)])(?=\s)/gm, (mark) => mark.slice(0, -1) + '\\' + mark.slice(-1));

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

export {};
