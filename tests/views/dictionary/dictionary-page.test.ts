import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCALES } from '../../../src/locales/labels.ts';
import { findRegister, registers } from '../../../src/registers/registers.ts';
import { dictionaryPage, meaningOf } from '../../../src/views/dictionary/dictionary-page.ts';

test('every field of every register is in the dictionary with a meaning, in each language', () => {
  for (const register of registers)
    for (const locale of LOCALES) {
      const { fields } = dictionaryPage(register, locale);
      assert.ok(fields.length > 10, register.id);
      assert.deepEqual(
        fields.filter(({ means }) => !means).map(({ path }) => path),
        [],
        `${register.id} ${locale}`,
      );
    }
});

test('the dictionary says of a field its labels, its type, its codes, which notices say it and who asks for it', () => {
  const { fields } = dictionaryPage(findRegister('land')!, 'en');
  const parcels = new Map(fields.map((field) => [field.path, field]));
  const { labels, type, codes, required } = parcels.get('method')!;
  assert.equal(labels.length, 2);
  assert.equal(type, 'choice');
  assert.ok(codes.some(({ code, label }) => code === 'listing' && /listing/i.test(label)));
  assert.ok(required.length > 0);
  assert.equal(parcels.get('parcels[].area')!.unit, 'ha');
  assert.ok(parcels.get('parcels[].area')!.sources.length > 0);
});

test('a meaning that nobody wrote is told from one that somebody did', () => {
  assert.equal(meaningOf('nothing-of-that-name', registers[0]!, 'zh'), '');
});
