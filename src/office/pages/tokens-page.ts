import { permission, type Actor } from '../../accounts/permissions.ts';
import { listTokens, makeToken, revokeToken, type UnitToken } from '../../accounts/tokens/token.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { registers } from '../../registers/registers.ts';
import type { Refusal } from '../../values/result.ts';
import { confirmBy } from '../door.ts';
import { shortMinute } from '../names.ts';
import { elsewhere, hidden, shown, textOf, type Answer, type Asked } from './page.ts';

/** The tokens of a unit's systems, and the form that makes one. */
export interface TokensPage {
  /** The token just made: told once. */
  made: string | null;
  tokens: { id: string; name: string; registers: string; life: string; isRevoked: boolean }[];
  registers: { id: string; name: string }[];
}

export async function tokensPage(asked: Asked): Promise<Answer<TokensPage>> {
  const { database } = asked.office;
  const { locale, now } = asked;
  const { unit } = asked.actor;
  if (permission(asked.actor, 'token.read', { unit }, now) !== 'granted' || unit === null) return hidden;
  const form = await asked.form();
  const acted = form ? actOnTokens(asked, form) : { actor: asked.actor, refusals: [] };
  if (acted.isRevoked) return elsewhere('/office/tokens');
  const { actor, refusals, made = null } = acted;
  const listed = listTokens(database, actor, unit, now);
  return shown(
    {
      made,
      tokens: (listed.ok ? listed.value : []).map((token) => ({
        id: token.id,
        name: token.name,
        registers: token.registers.map((id) => registerName(id, locale)).join('、'),
        life: lifeOf(token, locale, now),
        isRevoked: token.revokedAt !== null,
      })),
      registers: registers
        .filter(({ id }) => actor.registers.includes(id))
        .map(({ id }) => ({ id, name: registerName(id, locale) })),
    },
    refusals,
  );
}

interface Acted {
  /** With the second factor that the form brought. */
  actor: Actor;
  refusals: readonly Refusal[];
  made?: string;
  isRevoked?: boolean;
}

function actOnTokens({ office, visit, cookies, now }: Asked, form: FormData): Acted {
  const { database } = office;
  const confirmed = confirmBy(office, visit, cookies, textOf(form, 'code'));
  if (!confirmed.ok) return { actor: visit.actor!, refusals: confirmed.refusals };
  const actor = confirmed.value;
  if (textOf(form, '_act') === 'revoke') {
    const revoked = revokeToken(database, actor, textOf(form, 'id'), now);
    return revoked.ok ? { actor, refusals: [], isRevoked: true } : { actor, refusals: revoked.refusals };
  }
  const wanted = {
    name: textOf(form, 'name'),
    registers: form.getAll('registers').map(String),
    days: Number(textOf(form, 'days')),
  };
  const made = makeToken(database, actor, wanted, now);
  return made.ok ? { actor, refusals: [], made: made.value.text } : { actor, refusals: made.refusals };
}

function registerName(id: string, locale: Locale): string {
  return registers.find((register) => register.id === id)?.labels[language(locale)].name ?? id;
}

function lifeOf({ expiresAt, usedAt }: UnitToken, locale: Locale, now: number): string {
  const t = labels(locale).office.people;
  const used = usedAt === null ? t.unused : fill(t.used, { at: shortMinute(usedAt, now) });
  return `${fill(t.expires, { at: shortMinute(expiresAt, now) })}，${used}`;
}
