import * as z from 'zod';
import { findRegister } from '../../registers/registers.ts';
import { calendarColumns } from '../calendar/table.ts';
import { complianceColumns } from '../clock/compliance/table.ts';
import { owedColumns } from '../clock/owed/table.ts';
import { hotlinesTable, statisticsTable } from '../complaints/tables.ts';
import { CATALOGUE_SHAPE } from '../fees/published.ts';
import { directoryColumns } from '../party/directory-table.ts';
import { partyColumns } from '../party/records-table.ts';
import { tableColumns, type TableHead } from '../list/table.ts';
import type { Portal } from '../portal.ts';
import { hasList, type Route } from '../routes.ts';
import type { JsonSchema } from './operations.ts';

/** The columns of the table that a page's JSON is, as they are declared; null where it is the page's own object. */
export function tableHeads(portal: Portal, { path }: Route): readonly TableHead[] | null {
  const { origin } = portal.settings;
  switch (path) {
    case '/calendar':
      return calendarColumns(origin, 'zh');
    case '/owed':
      return owedColumns(portal, 'zh');
    case '/units/[id]/compliance':
      return complianceColumns(portal, { id: '', name: '' }, 'zh');
    case '/units':
    case '/parties':
      return directoryColumns(origin, 'zh', true);
    case '/units/[id]':
    case '/parties/[id]':
      return partyColumns('zh', true);
    case '/complaints':
      return statisticsTable(portal, 'zh').columns;
    case '/hotlines':
      return hotlinesTable(portal, 'zh').columns;
  }
  const register = findRegister(path.slice(1));
  return register && hasList(register) ? tableColumns(register, 'zh', true) : null;
}

/** The shape of a page's JSON, from what declares it. */
export function jsonShape(portal: Portal, route: Route): JsonSchema {
  const heads = tableHeads(portal, route);
  return heads ? tableShape(heads) : (SHAPES[route.path] ?? { type: 'object' });
}

const TYPES: Record<TableHead['type'], JsonSchema> = {
  text: { type: ['string', 'null'] },
  code: { type: ['string', 'null'] },
  number: { type: ['number', 'null'] },
  day: { type: ['string', 'null'], format: 'date' },
  moment: { type: ['string', 'null'], examples: ['2026-12-01T09:30+08:00'] },
  address: { type: ['string', 'null'], format: 'uri' },
};

function tableShape(heads: readonly TableHead[]): JsonSchema {
  const names = heads.map(({ name }) => name);
  return {
    type: 'object',
    required: ['rowCount', 'isCut', 'next', 'columns', 'rows'],
    properties: {
      rowCount: { type: 'integer' },
      isCut: { type: 'boolean' },
      next: { type: ['string', 'null'] },
      columns: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'label', 'type'],
          properties: { name: { enum: names }, label: { type: 'string' }, type: { enum: Object.keys(TYPES) } },
        },
      },
      rows: {
        type: 'array',
        items: {
          type: 'object',
          required: names,
          properties: Object.fromEntries(
            heads.map(({ name, label, type }) => [name, { title: label, ...TYPES[type] }]),
          ),
        },
      },
    },
  };
}

/** Others' tables may gain members, and so may ours. */
const open = (shape: z.core.$ZodLooseShape) => {
  const { $schema: _, ...said } = z.toJSONSchema(z.looseObject(shape), { io: 'input', unrepresentable: 'any' });
  return said as JsonSchema;
};
const texts = z.string();
const objects = z.array(z.looseObject({}));

const change = z.looseObject({
  cursor: texts,
  change: z.enum(['published', 'corrected', 'withdrawn', 'redacted', 'moved']),
  at: texts,
  on: texts,
});
const packaged = {
  uri: texts,
  version: z.literal('1.1'),
  publishedDate: texts,
  publisher: z.looseObject({ name: texts }),
};
const releases = open({ ...packaged, releases: objects });
const records = open({ ...packaged, records: objects });

const SHAPES: Readonly<Record<string, JsonSchema>> = {
  '/search': open({ q: texts, rows: objects, dropped: objects }),
  '/suggest': { type: ['object', 'array'] },
  '/records/[ocid]': open({ ocid: texts, title: texts }),
  '/notices/[id]': open({ id: z.number(), title: texts }),
  '/fees': CATALOGUE_SHAPE,
  '/data/quality': open({
    standard: texts,
    prefix: texts,
    checked: objects,
    faulty: z.int(),
    before: z.int().nullable(),
  }),
  '/api/changes': open({
    changes: z.array(change),
    after: texts.nullable(),
    next: texts.nullable(),
    previous: texts.nullable(),
  }),
  '/api/ocds/releases': releases,
  '/api/ocds/releases/[id]': releases,
  '/api/ocds/records': records,
  '/api/ocds/records/[ocid]': records,
  '/api/openapi': open({
    openapi: z.literal('3.1.0'),
    info: z.looseObject({ version: texts }),
    paths: z.looseObject({}),
  }),
};
