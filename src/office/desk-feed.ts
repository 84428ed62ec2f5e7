import type { Actor } from '../accounts/permissions.ts';
import type { Database } from '../database/database.ts';
import { fill, htmlLanguage, labels, type Locale } from '../locales/labels.ts';
import { tasksOf, type Task } from '../notices/drafts/desk.ts';
import { redactionsFor } from '../notices/drafts/redaction/redact.ts';
import { escapeXml } from '../values/xml.ts';
import { kindName } from './names.ts';

/**
 * What waits for an officer, as Atom: how many of which kind, and where. Nothing of what a draft says: a feed reader keeps
 * what it was told, and shows it to whoever opens it. More that waits is a new entry, for readers show no changed one again.
 */
export function deskFeed(database: Database, actor: Actor, origin: string, locale: Locale): string {
  const t = labels(locale).office.deskFeed;
  const tasks = tasksOf(database, actor);
  const entries = (['returned', 'refused', 'review', 'issue', 'unfinished'] as const).flatMap((why) => {
    const these = tasks.filter((task) => task.why === why);
    return these.length === 0 ? [] : [entryOf(why, these, locale)];
  });
  const redactions = redactionsFor(database, actor);
  if (redactions.length > 0)
    entries.push({
      what: 'redactions',
      title: fill(t.redactions, { n: redactions.length }),
      summary: '',
      path: '/office/redactions',
      updated: Math.max(...redactions.map(({ proposedAt }) => proposedAt)),
    });
  const address = (path: string) => escapeXml(new URL(path, origin).href);
  const instant = (at: number) => new Date(at).toISOString();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${htmlLanguage(locale)}">`,
    `<id>${address(`/office#${actor.id}`)}</id>`,
    `<title>${escapeXml(t.title)}</title>`,
    `<updated>${instant(Math.max(0, ...entries.map(({ updated }) => updated)))}</updated>`,
    `<author><name>${escapeXml(labels(locale).site.name)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${address('/office')}"/>`,
    ...entries.map(({ what, title, summary, path, updated }) =>
      [
        '<entry>',
        `<id>${address(`/office#${actor.id}-${what}-${updated}`)}</id>`,
        `<title>${escapeXml(title)}</title>`,
        `<updated>${instant(updated)}</updated>`,
        `<link rel="alternate" type="text/html" href="${address(path)}"/>`,
        `<summary>${escapeXml(summary)}</summary>`,
        '</entry>',
      ].join(''),
    ),
    '</feed>\n',
  ].join('\n');
}

interface Entry {
  what: string;
  title: string;
  summary: string;
  path: string;
  updated: number;
}

/** 3件等您审核, and of which kinds. */
function entryOf(why: Task['why'], tasks: readonly Task[], locale: Locale): Entry {
  const t = labels(locale).office.deskFeed;
  const kinds = new Map<string, number>();
  for (const { draft } of tasks) {
    const kind = kindName(draft.register, draft.kind, locale);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return {
    what: why,
    title: fill(t.whys[why], { n: tasks.length }),
    summary: [...kinds].map(([kind, n]) => fill(t.ofKind, { kind, n })).join(labels(locale).office.form.listed),
    path: '/office#mine',
    updated: Math.max(...tasks.map(({ draft }) => draft.savedAt), ...tasks.map(({ draft }) => draft.submittedAt ?? 0)),
  };
}
