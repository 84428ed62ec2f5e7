import { htmlLanguage, labelsIn, PUBLISHED, TRANSLATIONS } from '../locales/labels.ts';
import { escapeHtml } from '../values/html.ts';
import { Answer } from './answer.ts';
import { refusalAnswer, told } from './refusal.ts';

/** Not written into a page again. */
const SECRETS = /password|code|token|secret/i;
const RETRY_AFTER = '3';

/**
 * 503 for a form that could not be written in time: what was typed stands in it, and one press sends it again. A form
 * with files, or what a script sent, is told in words only.
 */
export function tryAgain(
  path: string,
  type: string | undefined,
  body: unknown,
  always: Record<string, string>,
): Answer {
  const refusal = { code: 'writer-busy', expected: RETRY_AFTER };
  const headers = { ...always, 'retry-after': RETRY_AFTER };
  const isForm = /^application\/x-www-form-urlencoded/i.test(type ?? '') && Buffer.isBuffer(body);
  const typed = isForm ? [...new URLSearchParams(body.toString('utf8'))] : [];
  if (typed.length === 0) return refusalAnswer(refusal, path).with(headers);
  const { status, text } = told(refusal);
  const kept = typed
    .filter(([name]) => !SECRETS.test(name))
    .map(([name, value]) => `<textarea hidden name="${escapeHtml(name)}">\n${escapeHtml(value)}</textarea>`);
  const again = [PUBLISHED, ...TRANSLATIONS].map((language) => labelsIn(language).office.sendAgain).join(' ');
  const page = `<!doctype html><html lang="${htmlLanguage(PUBLISHED)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><main><h1>${status}</h1><p>${escapeHtml(text.trim()).replaceAll('\n', '<br>')}</p><form method="post" action="${escapeHtml(path)}">${kept.join('')}<button>${escapeHtml(again)}</button></form></main></html>`;
  return new Answer(
    status,
    { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    page,
  );
}
