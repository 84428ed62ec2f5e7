import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { saveDraft } from '../../src/notices/drafts/write.ts';
import type { DraftContent } from '../../src/notices/drafts/draft.ts';
import { begunFrom, clashOf } from '../../src/office/clash/clash.ts';
import { clashView } from '../../src/office/clash/clash-view.ts';
import { actOnDraft, type Sent } from '../../src/office/draft-page.ts';
import { NOW } from '../accounts/world.ts';
import { grant, office, started } from '../notices/drafts-world.ts';

/** A draft that somebody saved again while another form of it was open. */
function clashing(theirs: (content: DraftContent) => void, mine: Record<string, string>) {
  const house = office();
  const { database, author } = house;
  const first = started(house);
  const begun = begunFrom(first);
  // The form as it was opened, with what was typed into it since.
  const blank = new FormData();
  for (const [name, value] of clashOf(formOf(grant), first).sent) blank.set(name, value);
  for (const [name, value] of Object.entries(mine)) blank.set(name, value);
  blank.set('version', String(first.version));
  blank.set('begun', begun);
  const save = (change: (content: DraftContent) => void) => {
    const now = findDraft(database, first.id)!;
    const content = structuredClone(now.content);
    change(content);
    return saveDraft(database, author, first.id, now.version, content, NOW);
  };
  save(theirs);
  const send = (form: FormData, act: string): Sent => {
    form.set('_act', act);
    return actOnDraft(database, {} as never, author, findDraft(database, first.id)!, form, NOW);
  };
  const shown = (sent: Sent) => clashView(database, sent.draft, sent.clash!, { actor: author, locale: 'zh', now: NOW });
  /** The form of the page that was shown, with these choices. */
  const chosen = (sent: Sent, picks: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of shown(sent).hidden) form.set(name, value);
    for (const [path, side] of Object.entries(picks)) form.set(`pick:${path}`, side);
    return form;
  };
  return { send, save, shown, chosen, form: blank, content: () => findDraft(database, first.id)!.content };
}

/** A content as the names and values of a form. */
function formOf(content: object): FormData {
  const form = new FormData();
  const visit = (value: unknown, path: string) => {
    if (value === null || typeof value !== 'object') form.set(path, String(value));
    else for (const [name, member] of Object.entries(value)) visit(member, path === '' ? name : `${path}.${name}`);
  };
  visit(content, '');
  return form;
}

const fields = (content: DraftContent) => content.fields as Record<string, unknown>;
const parcels = (content: DraftContent) => fields(content)['parcels'] as Record<string, unknown>[];
const text = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join('');

test('what only one of two changed is joined; what both changed is asked, both sides beside each other', () => {
  const world = clashing(
    (theirs) => {
      fields(theirs)['salePlace'] = '网上交易大厅';
      fields(theirs)['awardRule'] = '价高者得，不低于底价';
    },
    { 'fields.salePlace': '网上交易系统', number: '天资告〔2026〕40号' },
  );
  const sent = world.send(world.form, 'save');
  assert.deepEqual([sent.refusals[0]!.code, world.content().number], ['clash', undefined]);
  const view = world.shown(sent);
  assert.deepEqual(
    view.both.map(({ label, theirs, mine, picked }) => [label, text(theirs), text(mine), picked]),
    [['地点', '网上交易大厅', '网上交易系统', undefined]],
  );
  assert.deepEqual(
    view.only.map(({ path, by }) => [path, by]),
    [
      ['fields.awardRule', view.name],
      ['number', '您'],
    ],
  );
  const done = world.send(world.chosen(sent, { 'fields.salePlace': 'mine' }), 'merge');
  assert.deepEqual(done.refusals, []);
  const content = world.content();
  assert.deepEqual(
    [content.number, fields(content)['salePlace'], fields(content)['awardRule']],
    ['天资告〔2026〕40号', '网上交易系统', '价高者得，不低于底价'],
  );
  assert.equal(fields(content)['bidderScope'], '法人');
});

test('what is not chosen is said and leads to its choice; nothing is saved and nothing chosen is forgotten', () => {
  const world = clashing(
    (theirs) => {
      theirs.title = '他们的标题';
      fields(theirs)['salePlace'] = '他们的地点';
    },
    { title: '我的标题', 'fields.salePlace': '我的地点' },
  );
  const sent = world.send(world.form, 'save');
  const again = world.send(world.chosen(sent, { title: 'theirs' }), 'merge');
  const view = world.shown(again);
  assert.deepEqual(view.open, [{ href: '#pick-f-fields-salePlace', sentence: '地点：请选用哪一版' }]);
  assert.equal(view.both.find(({ path }) => path === 'title')!.picked, 'theirs');
  assert.equal(world.content().title, '他们的标题');
  const done = world.send(world.chosen(again, { title: 'theirs', 'fields.salePlace': 'mine' }), 'merge');
  assert.deepEqual([world.content().title, fields(world.content())['salePlace']], ['他们的标题', '我的地点']);
  assert.deepEqual(
    done.dropped!.map(({ path, side }) => [path, side]),
    [
      ['title', 'mine'],
      ['fields.salePlace', 'theirs'],
    ],
  );
});

test('one button takes all of mine, and still what only the other changed', () => {
  const world = clashing(
    (theirs) => {
      theirs.title = '他们的标题';
      theirs.number = '他们的文号';
    },
    { title: '我的标题' },
  );
  world.send(world.chosen(world.send(world.form, 'save')), 'merge mine');
  assert.deepEqual([world.content().title, world.content().number], ['我的标题', '他们的文号']);
});

test('who saves again while two texts are compared is asked about anew, and only they', () => {
  const world = clashing(
    (theirs) => {
      theirs.title = '他们的标题';
      theirs.number = '他们的文号';
    },
    { title: '我的标题', number: '我的文号' },
  );
  const sent = world.send(world.form, 'save');
  const form = world.chosen(sent, { title: 'mine', number: 'mine' });
  world.save((theirs) => void (theirs.number = '他们又改的文号'));
  const again = world.send(form, 'merge');
  assert.deepEqual(
    world.shown(again).both.map(({ path, picked }) => [path, picked]),
    [
      ['title', 'mine'],
      ['number', undefined],
    ],
  );
  world.send(world.chosen(again, { title: 'mine', number: 'theirs' }), 'merge');
  assert.deepEqual([world.content().title, world.content().number], ['我的标题', '他们又改的文号']);
});

test('a list with a row more is one choice, and rows never mix', () => {
  const world = clashing((theirs) => void parcels(theirs).push({ parcel: '2026-33号', location: '麦积区某路' }), {
    'fields.parcels.0.location': '秦州区另一条路',
  });
  const sent = world.send(world.form, 'save');
  const [choice, ...others] = world.shown(sent).both;
  assert.deepEqual([choice!.path, others], ['fields.parcels', []]);
  assert.match(text(choice!.theirs), /第2项：2026-33号/);
  assert.match(text(choice!.mine), /秦州区另一条路/);
  const done = world.send(world.chosen(sent), 'merge theirs');
  assert.deepEqual(
    parcels(world.content()).map(({ parcel, location }) => [parcel, location]),
    [
      ['2026-32号', '秦州区某路'],
      ['2026-33号', '麦积区某路'],
    ],
  );
  assert.equal(done.dropped!.length, 1);
});

test('in a long body the words that differ are marked, and what is alike far from them is left out', () => {
  const long = Array.from({ length: 200 }, (_, n) => `第${n}段，本段两版一样。`).join('\n');
  const world = clashing((theirs) => void (theirs.body = `${long}\n迁改由区政府完成。`), {
    body: `${long}\n迁改由市政府完成。`,
  });
  const { theirs, mine } = world.shown(world.send(world.form, 'save')).both[0]!;
  const marked = (parts: typeof theirs) => parts.filter(({ change }) => change !== 'same').map((part) => part.text);
  assert.deepEqual([marked(theirs), marked(mine)], [['区'], ['市']]);
  assert.ok(text(theirs).length < 200);
});
