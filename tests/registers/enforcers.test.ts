import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificatesIn } from '../../src/registers/enforcers/certificate.ts';
import type { CompiledRelease } from '../../src/registers/ocds.ts';
import { compiled, noticeOf, refusalsIn } from './notices.ts';

const fields = {
  enforcer: { name: '天水市某市场监督管理局' },
  standing: 'statutory',
  scope: '全市',
  basis: [{ document: '《某条例》', article: '第三条' }],
};
const roster = (listedOn: string, certificates: object[]) =>
  noticeOf(
    'enforcers',
    'roster',
    { ...fields, listedOn, certificates },
    { id: listedOn, publishedAt: Date.parse(`${listedOn}T09:00:00+08:00`), amends: undefined },
  );

test('certificates are those of the newest list that were not cancelled, and one that is left out stands with its last day', () => {
  const record = compiled(
    roster('2025-11-01', [{ number: 'A-1' }, { number: 'A-2' }, { number: 'A-3' }]),
    roster('2026-11-01', [
      { number: 'A-1', validUntil: '2028-01-01' },
      { number: 'A-2', cancelledOn: '2026-10-01' },
    ]),
  );
  assert.deepEqual(
    certificatesIn(record as CompiledRelease).map(({ number, validUntil }) => [number, validUntil]),
    [['A-1', '2028-01-01']],
  );
  assert.equal(record.tender!.lots!.find(({ id }) => id === 'A-3')!.enforcer!.listedOn, '2025-11-01');
});

test('a list names nobody: a certificate is a number, once, and ends after it begins', () => {
  const codes = (certificates: object[]) => refusalsIn(roster('2026-11-01', certificates)).map(({ code }) => code);
  assert.deepEqual(codes([{ number: '620500-0001' }]), []);
  assert.deepEqual(codes([{ number: '郑某' }]), ['certificate-number']);
  assert.deepEqual(codes([{ number: 'A-1' }, { number: 'A-1' }]), ['certificate-twice']);
  assert.deepEqual(codes([{ number: 'A-1', validFrom: '2026-02-01', validUntil: '2026-01-01' }]), [
    'certificate-until',
  ]);
});
