import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labels } from '../../../src/locales/labels.ts';
import { registers } from '../../../src/registers/registers.ts';

test('every role that a register declares has a word in the directories, in both languages', () => {
  for (const locale of ['zh', 'en'] as const)
    for (const { id, roles } of registers)
      for (const role of Object.keys(roles ?? {}))
        assert.ok(Object.hasOwn(labels(locale).party.roles, role), `${locale}: ${id} names a ${role}`);
});
