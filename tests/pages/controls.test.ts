import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DomUtils, parseDocument } from 'htmlparser2';
import { capture, type PageHandler } from '../../src/door/page-handler.ts';
import { PAGES } from './addresses.ts';
import { asked, builtPages } from './built.ts';
import { addressIn } from './world.ts';

let handler: PageHandler;
let address: (name: string) => string;
const folder = mkdtempSync(join(tmpdir(), 'gongshi-controls-'));
before(async () => {
  const built = await builtPages(folder);
  handler = built.handler;
  address = addressIn(built.path);
});
after(() => rmSync(folder, { recursive: true, force: true }));

type Main = NonNullable<ReturnType<typeof DomUtils.findOne>>;
const { findAll, findOne, getAttributeValue: attribute, textContent } = DomUtils;

async function mainOf(href: string): Promise<Main | null> {
  const { status, headers, body } = await capture(handler, asked(/[^\x20-\x7e]/.test(href) ? encodeURI(href) : href));
  if (status >= 300 && status < 400) return mainOf(String(headers['location']));
  return findOne(({ name }) => name === 'main', parseDocument(new TextDecoder().decode(body)).children);
}

/** What a reader sees of a page, and where he is told that he is; what is chosen in a form changes nothing by itself. */
function shown(main: Main): string {
  const children = main.children.flatMap((child): string[] => {
    if (!('name' in child)) return [textContent(child)];
    if (['option', 'script', 'style', 'textarea'].includes(child.name)) return [];
    return [(child as Main).attribs['aria-current'] ? `[${shown(child as Main)}]` : shown(child as Main)];
  });
  return children.join(' ').replace(/\s+/g, ' ').trim();
}

const isToldWhy = ({ attribs }: { attribs: Record<string, string> }) => attribs['role'] === 'alert';

const TYPED: Record<string, string> = { date: '2025-11-20', month: '2025-11', number: '3' };

/** What else each control of a form could say: `name=value`. */
function choicesOf(form: Main): { name: string; value: string | null }[] {
  const controls = findAll(({ name }) => name === 'select' || name === 'input', form.children);
  return controls.flatMap((control) => {
    const name = attribute(control, 'name');
    const type = attribute(control, 'type') ?? 'text';
    if (!name || ['hidden', 'submit'].includes(type)) return [];
    const value = attribute(control, 'value') ?? '';
    if (control.name === 'input') {
      const isChecked = control.attribs['checked'] !== undefined;
      if (type === 'checkbox') return [{ name, value: isChecked ? null : value || 'on' }];
      if (type === 'radio') return isChecked ? [] : [{ name, value }];
      return [{ name, value: TYPED[type] ?? (attribute(control, 'inputmode') === 'decimal' ? '30' : '甘谷') }];
    }
    const options = findAll(({ name: tag }) => tag === 'option', control.children);
    const chosen = options.find(({ attribs }) => attribs['selected'] !== undefined) ?? options[0];
    const others = options.filter((option) => option !== chosen);
    return [others.at(-1)].flatMap((option) =>
      option ? [{ name, value: attribute(option, 'value') ?? textContent(option) }] : [],
    );
  });
}

/** What a form says as it stands. */
function saidBy(form: Main): URLSearchParams {
  const said = new URLSearchParams();
  for (const control of findAll(({ name }) => name === 'select' || name === 'input', form.children)) {
    const name = attribute(control, 'name');
    const type = attribute(control, 'type') ?? 'text';
    if (!name || (['checkbox', 'radio'].includes(type) && control.attribs['checked'] === undefined)) continue;
    if (type === 'submit') continue;
    // A browser sends no form in which something it must hold is empty.
    const isRequired = control.attribs['required'] !== undefined;
    if (control.name === 'input') said.append(name, attribute(control, 'value') || (isRequired ? '1' : ''));
    else {
      const options = findAll(({ name: tag }) => tag === 'option', control.children);
      const chosen = options.find(({ attribs }) => attribs['selected'] !== undefined) ?? options[0];
      if (chosen) said.append(name, attribute(chosen, 'value') ?? textContent(chosen));
    }
  }
  const button = findOne(({ name, attribs }) => name === 'button' && attribs['name'] !== undefined, form.children);
  if (button) said.set(attribute(button, 'name')!, attribute(button, 'value') ?? '');
  return said;
}

/** The same address, however its parts are ordered. */
const inOrder = (query: string) => String(new URLSearchParams([...new URLSearchParams(query)].toSorted()));

test('every choice in a form and every link to the same page changes what is shown, or the page says why not', async () => {
  const idle: string[] = [];
  let tried = 0;
  for (const page of Object.values(PAGES).flat().map(address)) {
    if (page.startsWith('/office')) continue;
    const main = await mainOf(page);
    if (!main) continue;
    const before = shown(main);
    const [path] = page.split('?');
    const isForm = ({ name, attribs }: Main) => name === 'form' && (attribs['method'] ?? 'get').toLowerCase() === 'get';
    for (const form of findAll((one) => isForm(one as Main), main.children) as Main[]) {
      const action = attribute(form, 'action') ?? path!;
      const plain = await mainOf(`${action}?${saidBy(form)}`);
      for (const { name, value } of choicesOf(form)) {
        const said = saidBy(form);
        if (value === null) said.delete(name);
        else said.set(name, value);
        tried++;
        const after = await mainOf(`${action}?${said}`);
        if (!after || !plain || findOne(isToldWhy, after.children)) continue;
        if (shown(after) === shown(plain)) idle.push(`${page}: ${name}=${value}`);
      }
    }
    const met = new Set<string>();
    for (const link of findAll(({ name }) => name === 'a', main.children)) {
      const href = attribute(link, 'href') ?? '';
      const [to, query = ''] = href.split('?');
      const names = [...new URLSearchParams(query).keys()].join('&');
      const isSame = to === path && inOrder(query) !== inOrder(page.split('?')[1] ?? '');
      const isHere = link.attribs['aria-current'] !== undefined;
      if (!isSame || isHere || href.includes('#') || met.has(names)) continue;
      met.add(names);
      tried++;
      const after = await mainOf(href);
      if (after && shown(after) === before) idle.push(`${page}: link ${href}`);
    }
  }
  assert.ok(tried > 500, String(tried));
  assert.deepEqual(idle, []);
});
