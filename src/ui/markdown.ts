import { Marked, type MarkedExtension, type Token, type Tokens } from 'marked';
import sanitize from 'sanitize-html';
import { escapeHtml } from '../values/html.ts';

/**
 * Markdown as notices and our own pages use it: paragraphs, headings, lists, tables, quotations, emphasis, links.
 * What is written inside a notice is not ours to trust: raw HTML is shown as the text it is, pictures leave their
 * description, and a second pass over an allow-list drops whatever a fault of the first would let through.
 */
export interface MarkdownOptions {
  /** The level that the highest heading of the text gets; the others keep their distance. 3 inside a notice. */
  top?: 2 | 3 | 4;
  /** What a screen reader calls a table that is too wide for its place. */
  tableName?: string;
  /** How a path of this house is written in the reader's language. */
  path?: (path: string) => string;
}

/** Past this nesting marked recurses until the stack ends; no notice quotes so deep. */
const DEEPEST = 40;
/** Wider tables scroll sideways in their own frame, which then needs the keyboard. */
const WIDE = 6;

export function renderMarkdown(
  text: string,
  { top = 3, tableName = 'Table', path = (same) => same }: MarkdownOptions = {},
): string {
  if (tooDeep(text)) return plainText(text);
  let shift = 0;
  const marked = new Marked({
    gfm: true,
    tokenizer: CHINESE,
    renderer: {
      heading({ tokens: inner, depth }) {
        const level = Math.min(6, depth + shift);
        return `<h${level}>${this.parser.parseInline(inner)}</h${level}>\n`;
      },
      // A line break is the one tag that captured tables cannot do without.
      html: ({ text: html }) => (/^<br\s*\/?>$/i.test(html.trim()) ? '<br>' : escapeHtml(html)),
      image: ({ text: description }) => escapeHtml(description),
      link({ href, tokens: inner }) {
        const words = this.parser.parseInline(inner);
        if (!isReachable(href)) return words;
        return `<a href="${escapeHtml(href.startsWith('/') ? path(href) : href)}">${words}</a>`;
      },
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      table(token) {
        return table(token, (inner) => this.parser.parseInline(inner), tableName);
      },
    },
  });
  const tokens = marked.lexer(text);
  shift = top - highestHeading(tokens);
  return sanitize(marked.parser(tokens), ALLOWED);
}

/** The text as it was written. */
export function plainText(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

/** Where Markdown's habits would damage a Chinese notice. `false` leaves the matter to marked, `undefined` means no match. */
const CHINESE: MarkedExtension['tokenizer'] = {
  // 9:00~12:00，14:30~18:00 strikes nothing out; ~~…~~ does.
  del: (source) => (/^~(?!~)/.test(source) ? undefined : false),
  // For each sign marked looks through the whole paragraph for its end: one of thousands is no text that stresses words.
  emStrong: (_source, paragraph) => (hasManySigns(paragraph) ? undefined : false),
  // Captured paragraphs begin with spaces; none of them is a program.
  code: () => undefined,
  // Up to the next sign that may mean something. Marked's own looks ahead for an address of mail from every sign.
  inlineText(source) {
    const raw = source.slice(0, endOfText(source));
    return { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock };
  },
  // An address ends where Chinese begins: 网址https://example.org，请…
  url(source) {
    const address = /^https?:\/\/[!-~]+/i.exec(source)?.[0].replace(/[.,;:!?'")\]}]+$/, '');
    if (!address) return undefined;
    return {
      type: 'link',
      raw: address,
      href: address,
      text: address,
      tokens: [{ type: 'text', raw: address, text: address }],
    };
  },
};

const SIGNS = new Set('\\<![`*~_');

/** Where a run of plain text ends: before a sign, an address, or the spaces that break a line; after one character at least. */
function endOfText(source: string): number {
  let at = 1;
  while ((source[0] === '`' || source[0] === '~') && source[at] === source[0]) at++;
  while (at < source.length && !SIGNS.has(source[at]!)) {
    if ((source[at] === 'h' || source[at] === 'H') && /^https?:\/\//i.test(source.slice(at, at + 8))) return at;
    const start = at;
    while (source[at] === ' ') at++;
    if (at - start >= 2 && source[at] === '\n') return start;
    if (at === start) at++;
  }
  return at;
}

/** More signs of emphasis than any paragraph has. */
const MOST_SIGNS = 1_000;
let counted = { paragraph: '', many: false };

/** The same paragraph is asked about at each of its signs. */
function hasManySigns(paragraph: string): boolean {
  if (paragraph.length < MOST_SIGNS) return false;
  if (counted.paragraph !== paragraph) {
    let signs = 0;
    for (let at = 0; at < paragraph.length; at++) if (paragraph[at] === '*' || paragraph[at] === '_') signs++;
    counted = { paragraph, many: signs > MOST_SIGNS };
  }
  return counted.many;
}

function tooDeep(text: string): boolean {
  return (
    new RegExp(`^(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d+[.)](?=[ \\t]))){${DEEPEST},}`, 'm').test(text) ||
    /(?:\[|!\[){200,}/.test(text)
  );
}

function highestHeading(tokens: Token[]): number {
  const depths = tokens.filter((token): token is Tokens.Heading => token.type === 'heading').map(({ depth }) => depth);
  return depths.length > 0 ? Math.min(...depths) : 1;
}

/** Pages of this house and of the open web. Browsers drop tabs and line ends inside a scheme, so they are dropped before looking. */
function isReachable(href: string): boolean {
  const address = href.replace(/[\u0000-\u0020]+/g, '');
  return /^https?:\/\//i.test(address) || /^[/#](?![/\\])/.test(address);
}

/** Each cell repeats its column's name, so that a row can stand alone on a phone. Without any name there is no head. */
function table(token: Tokens.Table, inline: (tokens: Token[]) => string, name: string): string {
  const number = (index: number) => (token.align[index] === 'right' ? ' class="num"' : '');
  const head = token.header
    .map((cell, index) => `<th scope="col"${number(index)}>${inline(cell.tokens)}</th>`)
    .join('');
  const hasHead = token.header.some(({ text }) => text !== '');
  const labelled = (text: string) => (text === '' ? '' : ` data-label="${escapeHtml(text)}"`);
  const rows = token.rows.map((row) => {
    const cells = row.map((cell, index) => {
      // On a phone an empty cell without a name says nothing.
      const isNothing = !hasHead && cell.text === '';
      const attributes = isNothing ? ' class="none"' : labelled(token.header[index]!.text) + number(index);
      return `<td${attributes}>${inline(cell.tokens)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const frame =
    token.header.length >= WIDE
      ? `<div class="table" role="region" tabindex="0" aria-label="${escapeHtml(name)}">`
      : '<div class="table">';
  return `${frame}<table class="grid">${hasHead ? `<thead><tr>${head}</tr></thead>` : ''}<tbody>${rows.join('')}</tbody></table></div>\n`;
}

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'br',
    'hr',
    'blockquote',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'del',
    'code',
    'pre',
    'a',
    'div',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    ol: ['start'],
    div: ['role', 'tabindex', 'aria-label'],
    th: ['scope'],
    td: ['data-label'],
  },
  allowedClasses: { div: ['table'], table: ['grid'], th: ['num'], td: ['num', 'none'] },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, attributes) => ({
      tagName,
      attribs: attributes['href']?.startsWith('http') ? { ...attributes, rel: 'nofollow noopener' } : attributes,
    }),
  },
};
