import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuantity } from '../../../src/clock/quantity.ts';
import { workingDays } from '../../../src/clock/working-days.ts';
import { LOCALES } from '../../../src/locales/labels.ts';
import { registers } from '../../../src/registers/registers.ts';
import { exampleOf } from '../../../src/views/clock/example.ts';

const rules = registers.flatMap(({ id, periods }) => (periods?.rules ?? []).map((rule) => ({ id, rule })));
const find = (name: string) => rules.find(({ rule }) => rule.id === name)!;

test('every rule has an example that keeps it, and one beside it that does not', () => {
  for (const { id, rule } of rules)
    for (const locale of LOCALES) {
      const [within, beyond] = exampleOf(id, rule, workingDays(), locale).cases;
      assert.equal(within!.verdict, 'kept', `${id} ${rule.id}`);
      assert.ok(within!.text, rule.id);
      if (isQuantity(rule) || rule.length !== 0) assert.notEqual(beyond?.verdict, 'kept', `${id} ${rule.id}`);
    }
});

test('an example says what the engine says: twenty days from 14 September end on 4 October, and 3 October is borderline', () => {
  const { id, rule } = find('T1');
  const [within, beyond] = exampleOf(id, rule, workingDays(), 'zh').cases;
  assert.equal(within!.text, '2026-09-14—2026-10-04，计当日为21日：合规，实际20日');
  assert.match(beyond!.text, /^2026-09-14—2026-10-03：临界，19日（计当日为20日）/);
});

test('beyond a rule with exceptions an example calls nothing a violation', () => {
  for (const { id, rule } of rules)
    if (rule.proviso)
      for (const { verdict } of exampleOf(id, rule, workingDays(), 'zh').cases)
        assert.notEqual(verdict, 'broken', rule.id);
});
