import { parseArgs } from 'node:util';
import type { Database } from '../database/database.ts';
import { fill, labels, language, type Locale } from '../locales/labels.ts';
import { joinRecords, partNotice, type Deciding } from '../notices/decisions/decide.ts';
import { findRecord } from '../notices/storage.ts';
import { doubtfulLinks } from '../notices/links/storage.ts';
import { findRegister } from '../registers/registers.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { openDataFolder } from './data-folder.ts';

const OPTIONS = { reason: { type: 'string' }, by: { type: 'string' } } as const;

/** Does its work; returns what is printed. */
type Work = (database: Database, names: string[], deciding: Deciding, locale: Locale) => Result<string>;

/** With the number of words that each takes. */
const WORKS: Record<string, { words: number; work: Work }> = {
  join: { words: 2, work: join },
  part: { words: 1, work: part },
};

/**
 * `gongshi links`: records that share a code or title and were not joined, because something speaks against it;
 * `links join` and `links part` decide. Refusals: `unexpected-word`, `links-words`, and those of `openDataFolder`,
 * `joinRecords` and `partNotice`.
 */
export function links({ settings, words, locale }: Command): Result<number> {
  const read = readWords(words);
  if (!read.ok) return read;
  const folder = openDataFolder(settings);
  if (!folder.ok) return folder;
  const { database } = folder.value;
  try {
    const said = read.value(database, locale);
    if (!said.ok) return said;
    process.stdout.write(`${said.value}\n`);
    return done(0);
  } finally {
    database.close();
  }
}

function readWords(words: string[]): Result<(database: Database, locale: Locale) => Result<string>> {
  const [name, ...others] = words;
  if (name === undefined) return done((database, locale) => done(linksText(database, locale)));
  const asked = Object.hasOwn(WORKS, name) ? WORKS[name] : undefined;
  if (!asked) return refuse({ code: 'unexpected-word', found: name });
  try {
    const { values, positionals } = parseArgs({ args: others, options: OPTIONS, allowPositionals: true });
    if (positionals.length > asked.words) return refuse({ code: 'unexpected-word', found: positionals[asked.words] });
    if (positionals.length < asked.words) return refuse({ code: 'links-words' });
    const { reason = '', by = '' } = values;
    const deciding = { reason, by: by.trim() || OPERATOR, now: Date.now() };
    return done((database, locale) => asked.work(database, positionals, deciding, locale));
  } catch {
    return refuse({ code: 'unexpected-word', found: others.find((word) => word.startsWith('-')) });
  }
}

/** In whose name it is done where nobody is named. */
const OPERATOR = 'operator';

function join(
  database: Database,
  [ocid = '', into = '']: string[],
  deciding: Deciding,
  locale: Locale,
): Result<string> {
  const decided = joinRecords(database, ocid, into, deciding);
  if (!decided.ok) return decided;
  return done(fill(labels(locale).doubtfulLinks.joined, { ocid, into, n: decided.value.moved }));
}

function part(database: Database, [id = '']: string[], deciding: Deciding, locale: Locale): Result<string> {
  // Not what a number can be made of: 1e9 is no notice.
  if (!/^\d{1,15}$/.test(id)) return refuse({ code: 'notice-unknown', found: id });
  const decided = partNotice(database, Number(id), deciding);
  if (!decided.ok) return decided;
  const { decision, moved } = decided.value;
  return done(fill(labels(locale).doubtfulLinks.parted, { id, ocid: decision.ocid, into: decision.into, n: moved }));
}

export function linksText(database: Database, locale: Locale): string {
  const t = labels(locale).doubtfulLinks;
  const pairs = doubtfulLinks(database);
  if (pairs.length === 0) return t.none;
  const blocks = pairs.map(({ ocid, other, code, doubt }) =>
    [
      fill(code === '' ? t.sameTitle : t.sameCode, { code, why: t.doubts[doubt] }),
      recordLine(database, other, locale),
      recordLine(database, ocid, locale),
    ].join('\n'),
  );
  return [fill(t.count, { n: pairs.length }), ...blocks, t.howToDecide].join('\n\n');
}

function recordLine(database: Database, ocid: string, locale: Locale): string {
  const t = labels(locale).doubtfulLinks;
  const { register, title, compiled, releases } = findRecord(database, ocid)!;
  const unit = compiled.tender?.procuringEntity?.name ?? compiled.buyer?.name;
  const { name } = findRegister(register)!.labels[language(locale)];
  return fill(t.record, { ocid, title, unit: unit ?? t.noUnit, register: name, n: releases });
}
