import type { Member, OcdsExtension } from '../../registers/extension.ts';
import type { Portal } from '../portal.ts';
import { extensionUrl, OCDS } from './addresses.ts';
import { EXTENSIONS } from './extensions.ts';
import { CLOSED_LISTS } from './standard.ts';

/**
 * Extensions of others that our packages follow; their members stand in `procedure` too, as far as they are used, so
 * that a package can be checked without leaving the portal.
 */
const REGISTERED = ['ocds_lots_extension', 'ocds_bid_extension'].map(
  (name) => `https://raw.githubusercontent.com/open-contracting-extensions/${name}/v1.1.5/extension.json`,
);

/** What a package lists under `extensions`. */
export function extensionUrls(portal: Portal): string[] {
  return [...REGISTERED, ...EXTENSIONS.map(({ id }) => extensionUrl(portal, id))];
}

/** A file of one of our extensions: its description, its schema fragment or a codelist; null where there is none. */
export function extensionFile(portal: Portal, id: string, name: string): { type: string; text: string } | null {
  const extension = EXTENSIONS.find((one) => one.id === id);
  if (!extension) return null;
  const json = (value: unknown) => ({ type: 'application/json', text: JSON.stringify(value, null, 2) });
  if (name === 'extension.json') return json(metadataOf(portal, extension));
  if (name === 'release-schema.json') return json(fragmentOf(extension));
  // A path keeps `%2B` for the plus of a list that adds codes.
  const list = Object.entries(extension.codelists ?? {}).find(([file]) =>
    [file, encodeURIComponent(file)].some((one) => `codelists/${one}` === name),
  )?.[1];
  return list ? { type: 'text/csv', text: csvOf(list) } : null;
}

function metadataOf({ settings }: Portal, { id, name, description, codelists = {} }: OcdsExtension): object {
  return {
    name,
    description,
    documentationUrl: { en: `${settings.origin}${OCDS}/extensions/${id}/release-schema.json` },
    compatibility: ['1.1'],
    codelists: Object.keys(codelists),
    schemas: ['release-schema.json'],
  };
}

/** The fragment that is merged into the release schema (JSON Merge Patch). */
export function fragmentOf({ definitions }: OcdsExtension): object {
  const { Release, ...others } = definitions;
  return {
    ...(Release && { properties: propertiesOf(Release) }),
    definitions: Object.fromEntries(
      Object.entries(others).map(([name, members]) => {
        const required = Object.keys(members).filter((member) => members[member]!.type.endsWith('!'));
        return [name, { type: 'object', ...(required.length > 0 && { required }), properties: propertiesOf(members) }];
      }),
    ),
  };
}

function propertiesOf(members: Readonly<Record<string, Member>>): object {
  return Object.fromEntries(
    Object.entries(members).map(([name, { type, title, description }]) => [
      name,
      { title, description, ...schemaOf(type) },
    ]),
  );
}

function schemaOf(type: string): object {
  if (type.endsWith('!')) return { type: ['string', 'integer'] };
  if (type.endsWith('[]')) {
    const item = schemaOf(type.slice(0, -2));
    return { type: 'array', items: 'type' in item ? { type: 'string' } : item, uniqueItems: true };
  }
  if (type.startsWith('=')) {
    const codes = CLOSED_LISTS[type.slice(1)]!;
    return { type: ['string', 'null'], codelist: `${type.slice(1)}.csv`, openCodelist: false, enum: [...codes, null] };
  }
  return SCHEMAS[type] ?? { $ref: `#/definitions/${type}` };
}

const SCHEMAS: Record<string, object> = {
  text: { type: ['string', 'null'] },
  instant: { type: ['string', 'null'], format: 'date-time' },
  number: { type: ['number', 'null'] },
  integer: { type: ['integer', 'null'] },
};

function csvOf(list: readonly (readonly [string, string])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [['Code', 'Title', 'Description'], ...list.map(([code, title]) => [code, title, title])]
    .map((row) => row.map(cell).join(',') + '\r\n')
    .join('');
}
