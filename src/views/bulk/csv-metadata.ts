import { labels } from '../../locales/labels.ts';
import type { Register } from '../../registers/register.ts';
import type { TableHead } from '../list/table.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import { describedColumns, noteOf } from './columns.ts';
import { licenceOf, publisherOf } from './publisher.ts';

const DATATYPES: Record<TableHead['type'], string | object> = {
  text: 'string',
  code: 'string',
  number: 'decimal',
  day: { base: 'date', format: 'yyyy-MM-dd' },
  moment: { base: 'dateTime', format: 'yyyy-MM-ddTHH:mmXXX' },
  address: 'anyURI',
};

/** What the columns of a list's CSV are, as CSV on the Web says it (W3C, tabular metadata, 2015). */
export function csvMetadata(portal: Portal, register: Register): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { language: 'zh-Hans' }],
    url: `${portal.settings.origin}/${register.id}.csv`,
    'dc:title': registerLabels(register, 'zh').name,
    'dc:description': labels('zh').openData.csvNote,
    'dc:publisher': publisherOf(portal),
    'dc:license': { '@id': licenceOf(portal) },
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: describedColumns(register).map((column) => ({
        name: column.name,
        titles: { ...column.titles, und: column.name },
        datatype: DATATYPES[column.type],
        null: '',
        'dc:description': noteOf(column, 'zh'),
        ...(column.name === 'ocid' && { required: true }),
      })),
      primaryKey: 'ocid',
    },
  };
}
