import { parseArgs } from 'node:util';
import type { Database } from '../database/database.ts';
import { fill, labels, type Locale } from '../locales/labels.ts';
import { acceptAsItIs } from '../notices/mark/accept.ts';
import { markPaths } from '../notices/mark/mark.ts';
import type { Verification } from '../notices/verification/findings.ts';
import { saveVerification } from '../notices/verification/storage.ts';
import { verify as verifyDatabase } from '../notices/verification/verify.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Settings } from '../values/settings.ts';
import type { Command } from './command.ts';
import { markFailed, openDataFolder } from './data-folder.ts';
import { sentence } from './sentence.ts';

const OPTIONS = { accept: { type: 'boolean' }, reason: { type: 'string' }, by: { type: 'string' } } as const;

/**
 * `gongshi verify [--accept --reason TEXT [--by NAME]]`: is everything still there as it was published? Exit status 0: it
 * is; 1: it is not. `--accept` takes a database as it is although its mark knows more. Refusals: `verify-words`, those of
 * `openDataFolder` and `acceptAsItIs`.
 */
export function verify({ settings, words, locale }: Command): Result<number> {
  const asked = readWords(words);
  if (!asked.ok) return asked;
  const { accept, reason = '', by = '' } = asked.value;
  const folder = openDataFolder(settings, { whenHeld: 'examine' });
  if (!folder.ok) return folder;
  const { database, held } = folder.value;
  try {
    // What it knew cannot be compared with anything: its file must go, or come back.
    if (accept && held?.code === 'mark-unreadable') return refuse(held);
    if (accept) {
      const marks = markPaths(settings.data, settings.mark);
      const deciding = { reason, by: by.trim() || 'operator', now: Date.now() };
      const accepted = acceptAsItIs(database, marks, deciding, markFailed);
      if (!accepted.ok) return accepted;
      const { seq, mark } = accepted.value;
      process.stdout.write(`${fill(labels(locale).verification.accepted, { seq, mark: mark.seq })}\n`);
    } else if (held) process.stderr.write(`${sentence(held, locale)}\n`);
    const verification = verifyAndTell(database, settings, locale);
    // Into a database that is held nothing is written, a report neither.
    if (accept || !held) saveVerification(database, verification);
    return done(verification.ok ? 0 : 1);
  } finally {
    database.close();
  }
}

function readWords(words: string[]): Result<{ accept?: boolean; reason?: string; by?: string }> {
  try {
    const { values } = parseArgs({ args: words, options: OPTIONS });
    if (values.accept || (values.reason === undefined && values.by === undefined)) return done(values);
  } catch {
    // An option that nobody knows is refused with the same sentence.
  }
  return refuse({ code: 'verify-words', found: words.join(' ') });
}

/** Verifies, says on the way what is being looked at, and prints the report. */
export function verifyAndTell(
  database: Database,
  settings: Pick<Settings, 'data' | 'mark'>,
  locale: Locale,
): Verification {
  const t = labels(locale).verification;
  const verification = verifyDatabase(database, {
    data: settings.data,
    marks: markPaths(settings.data, settings.mark),
    now: Date.now(),
    onStep: (step) => process.stderr.write(`${t.steps[step]}\n`),
  });
  process.stdout.write(`${reportText(verification, locale)}\n`);
  return verification;
}

export function reportText({ ok, counts, findings }: Verification, locale: Locale): string {
  const t = labels(locale).verification;
  const lines = findings.map(({ code, n, examples }) =>
    fill(t.finding, { n, what: t.findings[code], examples: examples.join(', ') }),
  );
  return [fill(t.counts, { ...counts }), ...lines, ok ? t.sound : t.unsound].join('\n');
}
