import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuantity } from '../../src/clock/quantity.ts';
import { LOCALES } from '../../src/locales/labels.ts';
import { registers } from '../../src/registers/registers.ts';
import { questionsPage } from '../../src/views/clock/questions-page.ts';

test('whatever a rule may leave open is among the questions that the portal does not decide, with its reason', () => {
  for (const locale of LOCALES) {
    const asked = new Map(
      questionsPage(locale)
        .groups.find(({ id }) => id === 'clock')!
        .questions.map((one) => [one.id, one]),
    );
    for (const { periods } of registers)
      for (const rule of periods?.rules ?? []) {
        const open = [rule.when, rule.proviso === true && 'proviso', ...(isQuantity(rule) ? (rule.doubts ?? []) : [])];
        for (const one of open)
          if (one)
            assert.ok(
              asked.get(one)!.rules.some(({ id }) => id === rule.id),
              `${locale} ${rule.id} ${one}`,
            );
      }
    for (const { id, rules, why } of asked.values()) assert.ok(rules.length > 0 && why, `${locale} ${id}`);
  }
});

test('the rules under a question are told apart by their names', () => {
  for (const locale of LOCALES)
    for (const { questions } of questionsPage(locale).groups)
      for (const { id, rules } of questions) {
        const titles = rules.map(({ title }) => title);
        assert.deepEqual([...new Set(titles)], titles, `${locale} ${id}`);
      }
});
