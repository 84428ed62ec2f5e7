import { changeRoles, disableOfficer, reinviteOfficer } from '../../accounts/officers/change-officer.ts';
import { invitationLink, inviteOfficer } from '../../accounts/officers/invite.ts';
import { mayGive, stateOf, type Officer } from '../../accounts/officers/officer.ts';
import { findAllOfficers, findOfficers } from '../../accounts/officers/storage.ts';
import { permission, ROLES, type Actor, type Role } from '../../accounts/permissions.ts';
import { findUnit, findUnits } from '../../accounts/units/storage.ts';
import { fill, labels } from '../../locales/labels.ts';
import type { Refusal, Result } from '../../values/result.ts';
import { confirmBy } from '../door.ts';
import { elsewhere, hidden, isOffered, shown, textOf, type Answer, type Asked } from './page.ts';

/** The officers of a unit, or of all; what can be changed of each, and the form that invites another. */
export interface OfficersPage {
  /** Shown once, to be handed over. */
  link: { title: string; href: string } | null;
  officers: {
    name: string;
    identity: string;
    unit: string;
    roles: string;
    state: string;
    change: { id: string; title: string; roles: RoleChoice[] } | null;
  }[];
  invite: { typed: Typed; units: { id: string; name: string }[]; roles: RoleChoice[] } | null;
}

interface RoleChoice {
  role: Role;
  label: string;
  isHeld: boolean;
}

interface Typed {
  name: string;
  signIn: string;
  staffNumber: string;
}

export async function officersPage(asked: Asked): Promise<Answer<OfficersPage>> {
  const reads = permission(asked.actor, 'officer.read', { unit: asked.actor.unit }, asked.now);
  if (reads !== 'granted') return hidden;
  const form = await asked.form();
  const acted = form ? actOnOfficers(asked, form) : { actor: asked.actor, refusals: [] };
  if (acted.isChanged) return elsewhere('/office/officers');
  const { actor, refusals, invited } = acted;
  const { database, settings } = asked.office;
  const t = labels(asked.locale).office.people;
  const officers = actor.unit === null ? findAllOfficers(database) : findOfficers(database, actor.unit);
  return shown(
    {
      link: invited
        ? {
            title: fill(t.linkTitle, { name: invited.officer.name }),
            href: invitationLink(settings.origin, invited.token),
          }
        : null,
      officers: officers.map((officer) => officerRow(asked, actor, officer)),
      invite: isOffered(actor, 'officer.invite', actor.unit, asked.now) ? invitation(asked, actor, form) : null,
    },
    refusals,
  );
}

type Invited = { officer: Officer; token: string };

interface Acted {
  /** With the second factor that the form brought. */
  actor: Actor;
  refusals: Refusal[];
  invited?: Invited;
  isChanged?: boolean;
}

function actOnOfficers({ office, visit, cookies, now }: Asked, form: FormData): Acted {
  const { database } = office;
  const confirmed = confirmBy(office, visit, cookies, textOf(form, 'code'));
  if (!confirmed.ok) return { actor: visit.actor!, refusals: confirmed.refusals };
  const actor = confirmed.value;
  const roles = form
    .getAll('roles')
    .map(String)
    .filter((role): role is Role => (ROLES as readonly string[]).includes(role));
  const id = textOf(form, 'id');
  const afterInvitation = (made: Result<Invited>): Acted =>
    made.ok ? { actor, refusals: [], invited: made.value } : { actor, refusals: made.refusals };
  const afterChange = (changed: Result<unknown>): Acted =>
    changed.ok ? { actor, refusals: [], isChanged: true } : { actor, refusals: changed.refusals };
  switch (textOf(form, '_act')) {
    case 'invite': {
      const unit = textOf(form, 'unit') || actor.unit;
      return afterInvitation(inviteOfficer(database, actor, { ...typedIn(form), unit, roles }, now));
    }
    case 'reinvite': {
      const removeSecondFactor = textOf(form, 'removeFactor') === 'yes';
      return afterInvitation(reinviteOfficer(database, actor, id, { removeSecondFactor }, now));
    }
    case 'roles':
      return afterChange(changeRoles(database, actor, id, roles, now));
    default:
      return afterChange(disableOfficer(database, actor, id, now));
  }
}

function typedIn(form: FormData | null): Typed {
  const text = (name: string) => (form ? textOf(form, name) : '');
  return { name: text('name'), signIn: text('signIn'), staffNumber: text('staffNumber') };
}

function officerRow(
  { office: { database }, locale, now }: Asked,
  actor: Actor,
  officer: Officer,
): OfficersPage['officers'][number] {
  const { accounts, office } = labels(locale);
  const t = office.people;
  const isChangeable = isOffered(actor, 'officer.change', officer.unit, now) && officer.id !== actor.id;
  return {
    name: officer.name,
    identity: `${officer.signIn}，${officer.staffNumber}`,
    unit: officer.unit === null ? t.platform : (findUnit(database, officer.unit)?.name ?? officer.unit),
    roles: officer.roles.map((role) => accounts.roles[role]).join('、'),
    state: accounts.states[stateOf(officer)],
    change: isChangeable
      ? {
          id: officer.id,
          title: fill(t.edit, { name: officer.name }),
          roles: ROLES.filter((role) => mayGive(actor, [role]) || officer.roles.includes(role)).map((role) => ({
            role,
            label: accounts.roles[role],
            isHeld: officer.roles.includes(role),
          })),
        }
      : null,
  };
}

function invitation(
  { office: { database }, locale }: Asked,
  actor: Actor,
  form: FormData | null,
): OfficersPage['invite'] {
  const names = labels(locale).accounts.roles;
  return {
    typed: typedIn(form),
    units: actor.unit === null ? findUnits(database).filter(({ endedAt }) => endedAt === null) : [],
    roles: ROLES.filter((role) => mayGive(actor, [role])).map((role) => ({ role, label: names[role], isHeld: false })),
  };
}
