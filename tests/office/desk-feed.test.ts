import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeDeskToken, readerOfDeskToken, revokeDeskToken } from '../../src/accounts/tokens/desk-token.ts';
import { saveState } from '../../src/accounts/officers/storage.ts';
import { submitDraft } from '../../src/notices/drafts/review.ts';
import { deskFeed } from '../../src/office/desk-feed.ts';
import { NOW, value } from '../accounts/world.ts';
import { office, started } from '../notices/drafts-world.ts';

const ORIGIN = 'https://g.example';
const SETTINGS = { demo: true };

test('the feed tells how many of which kind wait, and nothing of what they say', () => {
  const house = office();
  for (const draft of [started(house), started(house)]) value(submitDraft(house.database, house.author, draft.id, NOW));
  const text = deskFeed(house.database, house.reviewer, ORIGIN, 'zh');
  assert.match(text, /<title>2件等您审核<\/title>/);
  assert.match(text, /出让公告2件/);
  assert.match(text, /href="https:\/\/g\.example\/office#mine"/);
  assert.doesNotMatch(text, /2026-32|宗地|240万|秦州区/);
  assert.doesNotMatch(deskFeed(house.database, house.stranger, ORIGIN, 'zh'), /<entry>/);
});

test('a token tells of its officer’s desk, without a second factor, until it is renewed or revoked', () => {
  const { database, reviewer } = office();
  const first = makeDeskToken(database, reviewer, NOW);
  const reader = readerOfDeskToken(database, first, SETTINGS, NOW)!;
  assert.deepEqual([reader.id, reader.confirmedAt], [reviewer.id, undefined]);
  const second = makeDeskToken(database, reviewer, NOW);
  assert.equal(readerOfDeskToken(database, first, SETTINGS, NOW), null);
  assert.ok(readerOfDeskToken(database, second, SETTINGS, NOW));
  revokeDeskToken(database, reviewer, NOW);
  assert.equal(readerOfDeskToken(database, second, SETTINGS, NOW), null);
  assert.equal(readerOfDeskToken(database, '', SETTINGS, NOW), null);
});

test('who may not come in any more is told nothing, and the token is kept as a hash only', () => {
  const { database, reviewer } = office();
  const token = makeDeskToken(database, reviewer, NOW);
  const kept = JSON.stringify([database.all('SELECT * FROM desk_tokens'), database.all('SELECT * FROM events')]);
  assert.ok(!kept.includes(token));
  saveState(database, { id: reviewer.id, invitedAt: NOW, acceptedAt: NOW, disabledAt: NOW });
  assert.equal(readerOfDeskToken(database, token, SETTINGS, NOW), null);
});
