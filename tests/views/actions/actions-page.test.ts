import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { actionsPage } from '../../../src/views/actions/actions-page.ts';
import { emptyHouse, NOW } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const database = emptyHouse();
seed(database, { now: NOW, demo: true });

test('eight actions with their units of then, what is known of them today, and pages of this portal that stand', () => {
  const { actions, stages } = actionsPage(portalOver(database), 'zh');
  assert.deepEqual(
    actions.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.deepEqual(
    actions[7]!.lead.map(({ then }) => then),
    ['市纪委', '市监察局'],
    'two units lead the last',
  );
  assert.ok(actions[7]!.answers.some(({ path }) => path === '/funds'));
  assert.deepEqual(actions[7]!.progress.length, 1, 'a lead unit’s report stands with its action');
  const unverified = actions.flatMap(({ lead }) => lead).filter(({ now, isVerified }) => now !== null && !isVerified);
  assert.ok(unverified.length > 0, 'what is only known from memory is marked');
  assert.deepEqual([stages.at(-1)!.until, stages.at(-1)!.filedBy], ['2013-01-10', '2013-01-15']);
});

test('what is about persons is outside, with the reason', () => {
  const cadres = actionsPage(portalOver(database), 'zh').actions[4]!;
  assert.deepEqual([cadres.answers, cadres.progress], [[], []]);
  assert.match(cadres.outside!, /个人信息/);
});
