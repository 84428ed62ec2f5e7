import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { publish } from '../../src/notices/publish.ts';
import { labels } from '../../src/locales/labels.ts';
import { findKind, findRegister, registers } from '../../src/registers/registers.ts';
import { regionName, regionOf } from '../../src/values/region.ts';
import { isForMachines, ROUTES } from '../../src/views/routes.ts';
import { kindLabel, kindLabels, stageLabel } from '../../src/views/words.ts';
import { emptyHouse, NOW } from '../stories/lakeside-road.ts';

/** Words that every JavaScript object answers to. Whoever types one must find nothing, not what the language keeps there. */
const WORDS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const LEAKED = /native code|\[object |function ?\w*\(|\[Function|undefined<|>undefined|NaN/;

let portal: RunningPortal;
before(async () => {
  portal = await startPortal({}, ['--workers', '1']);
});
after(() => portal.stop());

test('no parameter of any page or machine face takes such a word for something it knows', async () => {
  let asked = 0;
  for (const { path, parameters, faces, page, isTree } of ROUTES) {
    // The page of failures says that something failed.
    if (isTree || path === '/500') continue;
    for (const word of WORDS) {
      const place = path.replace(/\[\w+\]/g, word);
      const query = new URLSearchParams(parameters.map((name) => [name, word])).toString();
      const addresses = [
        ...(page === false ? [] : [place]),
        ...faces.map((face) => `${place === '/' ? '/index' : place}.${face}`),
      ];
      for (const address of addresses) {
        const answer = await fetch(`${portal.url}${address}?${query}`);
        // Programs are told which value cannot be used.
        const isRefused = answer.status === 400 && isForMachines(address);
        assert.ok(isRefused || [200, 404].includes(answer.status), `${address}?${query}: ${answer.status}`);
        const text = await answer.text();
        // Styles, scripts and what a workbook packs are not words.
        if (!address.endsWith('.xlsx'))
          assert.doesNotMatch(text.replace(/<(script|style)[\s\S]*?<\/\1>/g, ''), LEAKED, address);
        asked++;
      }
    }
  }
  assert.ok(asked > 150);
  assert.equal(portal.errors(), '');
});

test('each parameter alone is told what it is not', async () => {
  for (const path of ['/search', '/construction', '/fees', '/calendar', '/owed']) {
    for (const name of ROUTES.find((route) => route.path === path)!.parameters) {
      const answer = await fetch(`${portal.url}${path}?${name}=constructor`);
      assert.equal(answer.status, 200, `${path}?${name}`);
      assert.doesNotMatch(
        (await answer.text()).replace(/<(script|style)[\s\S]*?<\/\1>/g, ''),
        LEAKED,
        `${path}?${name}`,
      );
    }
  }
});

test('no kind, register, stage, choice, region or label answers to one', () => {
  for (const word of WORDS) {
    assert.equal(findRegister(word), undefined);
    assert.deepEqual([regionName(word), regionOf(word)], [word, null]);
    for (const { id, labels: own, stages, roles } of registers) {
      assert.equal(findKind(id, word), undefined);
      assert.deepEqual(
        [kindLabel(id, word, 'zh'), kindLabels(word, [], 'zh'), stageLabel(word, [id], 'en')],
        [word, word, word],
      );
      for (const { kinds, fields, choices, columns } of Object.values(own))
        for (const table of [kinds, fields, choices, columns, stages, roles])
          assert.equal((table as Record<string, unknown>)[word], undefined);
    }
    assert.equal((labels('zh').refusals as Record<string, unknown>)[word], undefined);
  }
});

test('a notice of such a kind is refused, and the good one beside it goes in', () => {
  const database = emptyHouse();
  for (const word of WORDS) {
    const outcome = publish(
      database,
      { id: word, register: 'land', kind: word, title: 't', publishedAt: '2026-01-01', fields: {} },
      { actor: 'test', now: NOW },
    );
    assert.equal(outcome.status === 'refused' && outcome.refusals[0]!.code, 'unknown-kind', word);
    const elsewhere = publish(
      database,
      { id: `r-${word}`, register: word, kind: 'award', title: 't', publishedAt: '2026-01-01', fields: {} },
      { actor: 'test', now: NOW },
    );
    assert.equal(elsewhere.status === 'refused' && elsewhere.refusals[0]!.code, 'unknown-register', word);
  }
  const good = publish(
    database,
    {
      id: 'good',
      register: 'construction',
      kind: 'award',
      title: '某工程施工中标结果公示',
      project: { code: 'TS-1', name: '某工程施工' },
      publishedAt: '2026-10-21 10:15',
      firstPublished: { medium: '某网' },
      fields: {},
    },
    { actor: 'test', now: NOW },
  );
  assert.equal(good.status, 'published');
});
