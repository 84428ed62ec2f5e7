import type { RobotMessage } from '../../following/channels/robots.ts';
import { htmlLanguage, isTraditional, labels } from '../../locales/labels.ts';
import { traditional } from '../traditional.ts';
import type { Letter, Told } from './letter.ts';

/** A letter as plain text. */
export function letterText(letter: Letter): string {
  const t = wordsIn(letter);
  return [
    letter.lead,
    ...letter.groups.map(({ title, url, told }) =>
      [
        ...(told.length > 1 ? [`■ ${title}`, url] : []),
        ...told.flatMap((one) => [`· ${one.text}`, ...details(one, t).map((line) => `  ${line}`), `  ${one.url}`]),
      ].join('\n'),
    ),
    `${letter.link.text}：\n${letter.link.url}`,
    letter.end,
    ...(letter.kind === 'news' ? [`${t.manage}：\n${letter.manage}`] : []),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/**
 * A letter as HTML: one column that any width holds, in the reader's own size and in light or dark as their program has it;
 * no picture, nothing that is fetched.
 */
export function letterHtml(letter: Letter): string {
  const t = wordsIn(letter);
  const link = (text: string, url: string) => `<a href="${escaped(url)}">${escaped(text)}</a>`;
  const groups = letter.groups.map(({ title, url, told }) => {
    const items = told.map(
      (one) =>
        `<li style="margin:0 0 .75em">${link(one.text, one.url)}${details(one, t)
          .map((line) => `<br>${escaped(line)}`)
          .join('')}</li>`,
    );
    const head = told.length > 1 ? `<h2 style="font-size:1.1em;margin:1.25em 0 .5em">${link(title, url)}</h2>` : '';
    return `${head}<ul style="padding-left:1.25em;margin:0">${items.join('')}</ul>`;
  });
  return [
    `<!doctype html><html lang="${htmlLanguage(letter.language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(letter.subject)}</title></head>`,
    '<body style="margin:0 auto;padding:1em;max-width:40em;font-size:1em;line-height:1.6">',
    `<h1 style="font-size:1.25em;line-height:1.4;margin:0 0 .5em">${escaped(letter.subject)}</h1>`,
    `<p>${escaped(letter.lead)}</p>`,
    ...groups,
    `<p style="font-size:1.1em">${link(letter.link.text, letter.link.url)}</p>`,
    letter.end && `<p>${escaped(letter.end)}</p>`,
    letter.kind === 'news' ? `<p>${link(t.manage, letter.manage)} · ${link(t.stop, letter.stop)}</p>` : '',
    '</body></html>',
  ].join('\n');
}

/** What a robot of a group says; its security setting asks for the word 公示. */
export function robotMessage(letter: Letter): RobotMessage {
  const t = wordsIn(letter);
  return {
    title: `${labels('zh').site.name} ${letter.subject}`,
    lines: [
      { text: letter.lead },
      ...letter.groups.flatMap(({ told }) =>
        told.flatMap((one) => [{ text: one.text, href: one.url }, ...details(one, t).map((text) => ({ text }))]),
      ),
      letter.kind === 'news'
        ? { text: t.manage, href: letter.manage }
        : { text: letter.link.text, href: letter.link.url },
    ],
  };
}

/** What a program is told. */
export function webhookBody(letter: Letter): string {
  return JSON.stringify({
    type: letter.kind === 'news' ? 'news' : letter.kind,
    subject: letter.subject,
    follows: letter.title,
    records: letter.groups,
    ...(letter.kind === 'news' ? {} : { confirm: letter.link.url }),
    manage: letter.manage,
    stop: letter.stop,
  });
}

function details({ summary, changes }: Told, t: Words): string[] {
  return [...(summary ? [summary] : []), ...(changes.length > 0 ? [`${t.changed}：`, ...changes] : [])];
}

interface Words {
  changed: string;
  manage: string;
  stop: string;
}

function wordsIn({ language }: Letter): Words {
  const { changed, manage, stop } = labels(language).following.letter;
  const said = (text: string) => (isTraditional(language) ? traditional(text) : text);
  return { changed: said(changed), manage: said(manage), stop: said(stop) };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
