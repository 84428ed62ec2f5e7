import { labels } from '../../locales/labels.ts';
import type { Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import type { TableHead } from '../list/table.ts';
import type { Portal } from '../portal.ts';
import { hasList } from '../routes.ts';
import { registerLabels } from '../words.ts';
import { describedColumns, noteOf } from './columns.ts';
import { told, type DataFile } from './data-page.ts';
import { readManifest, type Manifest } from './files.ts';
import { licenceOf, publisherOf } from './publisher.ts';

const TYPES: Record<TableHead['type'], { type: string; format?: string }> = {
  text: { type: 'string' },
  code: { type: 'string' },
  number: { type: 'number' },
  day: { type: 'date' },
  moment: { type: 'datetime', format: '%Y-%m-%dT%H:%M%z' },
  address: { type: 'string', format: 'uri' },
};

/** The whole files of each register as a Data Package (datapackage.org, 2.0), with the schema of their tables. */
export function dataPackage(portal: Portal): object {
  const { settings } = portal;
  const t = labels('zh');
  const { at, files, columns = {} } = readManifest(settings.data);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'gongshi',
    title: t.site.name,
    homepage: `${settings.origin}/data`,
    ...(at !== null && { created: new Date(at).toISOString() }),
    licenses: [{ path: licenceOf(portal), title: settings.licence ?? t.quality.licence }],
    contributors: [{ title: publisherOf(portal), roles: ['publisher'] }],
    resources: files.filter(({ span }) => span === 'all').map((file) => resourceOf(told(portal, file), columns)),
  };
}

function resourceOf(file: DataFile, own: NonNullable<Manifest['columns']>): object {
  const register = findRegister(file.register)!;
  const isTable = file.format === 'csv' || file.format === 'parquet' || file.format === 'xlsx';
  const { name, url, mediaType, size, sha256, format } = file;
  return {
    name: name.toLowerCase(),
    title: `${registerLabels(register, 'zh').name} ${labels('zh').openData.formats[format]}`,
    path: url,
    format: isTable ? format : 'json',
    mediatype: mediaType,
    ...(file.compressFormat && { compression: 'gz' }),
    bytes: size,
    hash: `sha256:${sha256}`,
    // A workbook is headed in words.
    ...(isTable && format !== 'xlsx' && { type: 'table', schema: schemaOf(register, own) }),
  };
}

function schemaOf(register: Register, own: NonNullable<Manifest['columns']>): object {
  if (!hasList(register))
    return {
      fields: (own[register.id] ?? []).map(({ name, label, type }) => ({ name, title: label, ...TYPES[type] })),
      missingValues: [''],
    };
  return {
    fields: describedColumns(register).map((column) => ({
      name: column.name,
      title: column.titles['zh-Hans'],
      description: noteOf(column, 'zh'),
      ...TYPES[column.type],
    })),
    primaryKey: ['ocid'],
    missingValues: [''],
  };
}
