import type { Database } from '../database/database.ts';
import { fill, labels, language, type Locale } from '../locales/labels.ts';
import { doubtfulLinks, findRecord } from '../notices/storage.ts';
import { findRegister } from '../registers/registers.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { openDataFolder } from './data-folder.ts';

/**
 * `gongshi links`: records that share a code or title and were not joined, because something speaks against it. Refusals:
 * `unexpected-word`, and those of `openDataFolder`.
 */
export function links({ settings, words, locale }: Command): Result<number> {
  if (words.length > 0) return refuse({ code: 'unexpected-word', found: words[0] });
  const folder = openDataFolder(settings);
  if (!folder.ok) return folder;
  const { database } = folder.value;
  try {
    process.stdout.write(`${linksText(database, locale)}\n`);
    return done(0);
  } finally {
    database.close();
  }
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
  return [fill(t.count, { n: pairs.length }), ...blocks].join('\n\n');
}

function recordLine(database: Database, ocid: string, locale: Locale): string {
  const t = labels(locale).doubtfulLinks;
  const { register, title, compiled, releases } = findRecord(database, ocid)!;
  const unit = compiled.tender?.procuringEntity?.name ?? compiled.buyer?.name;
  const { name } = findRegister(register)!.labels[language(locale)];
  return fill(t.record, { ocid, title, unit: unit ?? t.noUnit, register: name, n: releases });
}
