import { permission } from '../../accounts/permissions.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import type { Beginning } from '../../notices/drafts/beginning.ts';
import { templatesOf } from '../../notices/drafts/template.ts';
import { startDraft } from '../../notices/drafts/write.ts';
import type { Release } from '../../notices/release.ts';
import { findRelease } from '../../notices/storage.ts';
import type { Register } from '../../registers/register.ts';
import { findRegister, registers } from '../../registers/registers.ts';
import { elsewhere, hidden, shown, textOf, type Answer, type Asked } from './page.ts';

/** What a notice can begin with: a notice that is out, a kind, a template. */
export interface NewDraftPage {
  /** The notice it goes on from, with the kinds that may follow; null where none is named. */
  from: { lead: string; amending: KindChoice[]; following: KindChoice[] } | null;
  groups: { label: string; kinds: KindChoice[] }[];
  templates: { id: string; name: string; action: string }[];
}

interface KindChoice {
  value: string;
  label: string | undefined;
}

export async function newDraftPage(asked: Asked): Promise<Answer<NewDraftPage>> {
  const { actor, query, locale, now } = asked;
  const { database } = asked.office;
  if (permission(actor, 'draft.write', { unit: actor.unit }, now) !== 'granted') return hidden;
  const id = Number(query.get('from') ?? NaN);
  const source = Number.isInteger(id) ? findRelease(database, id) : undefined;
  const form = await asked.form();
  const started = form ? startDraft(database, actor, beginningIn(form, query, source), now) : null;
  if (started?.ok) return elsewhere(`/office/drafts/${started.value.id}`);
  return shown(
    {
      from: source ? fromView(source, locale) : null,
      groups: registers
        .filter((register) => actor.registers.includes(register.id))
        .map((register) => ({
          label: register.labels[language(locale)].name,
          kinds: kindsOf(register, locale),
        })),
      templates: templatesOf(database, actor, now).map(({ id: template, name, register, kind }) => ({
        id: template,
        name,
        action: `/office/drafts/new?kind=${encodeURIComponent(`${register} ${kind}`)}`,
      })),
    },
    started?.refusals,
  );
}

/** The form names the kind; of a template its button does, in the address. */
function beginningIn(form: FormData, query: URLSearchParams, source: Release | undefined): Beginning {
  const [register = '', kind = ''] = String(form.get('kind') ?? query.get('kind') ?? '').split(' ');
  const how = textOf(form, 'how');
  const template = textOf(form, 'template');
  const beginning: Beginning = { register, kind };
  if (source && how === 'correct')
    Object.assign(beginning, { register: source.register, kind: source.kind, from: { correct: source.id } });
  if (source && how === 'amend') beginning.from = { amend: source.id };
  if (source && how === 'follow') beginning.from = { follow: source.id };
  if (template) beginning.from = { template };
  return beginning;
}

function fromView(source: Release, locale: Locale): NewDraftPage['from'] {
  const register = findRegister(source.register);
  if (!register) return null;
  return {
    lead: fill(labels(locale).office.drafts.from, { title: source.content.title }),
    amending: kindsOf(register, locale, ['change', 'withdraw', 'terminate']),
    following: kindsOf(register, locale, ['state', 'restart', 'terminate']),
  };
}

function kindsOf({ id: register, kinds, labels: own }: Register, locale: Locale, acts?: string[]): KindChoice[] {
  return Object.entries(kinds)
    .filter(([, { act }]) => !acts || acts.includes(act))
    .map(([id]) => ({ value: `${register} ${id}`, label: own[language(locale)].kinds[id] }));
}
