import { Database } from '../../src/database/database.ts';
import { href, noticePath, recordPath } from '../../src/views/address.ts';

/** The project code of the demo record that `record:construction` names. */
export function projectCode(path: string): string {
  const database = new Database(path, { readOnly: true });
  const ocid = addressIn(path)('record:construction').split('/').at(-1)!;
  return database.get<{ code: string }>(
    "SELECT json_extract(content, '$.project.code') AS code FROM releases WHERE ocid = ? LIMIT 1",
    decodeURIComponent(ocid),
  )!.code;
}

/** Turns the names of `addresses.ts` into addresses of a running portal's demo world. */
export function addressIn(path: string): (name: string) => string {
  const database = new Database(path, { readOnly: true });
  const one = (sql: string, ...values: string[]) => {
    const row = database.get<{ found: string | number }>(sql, ...values);
    if (!row) throw new Error(`the demo world has none: ${sql} ${values.join(' ')}`);
    return String(row.found);
  };
  /** The page of its own that the record with most notices has. */
  const pageOf = (register: string, member: string) =>
    `/${register}/${one(`SELECT json_extract(compiled, '$.${member}.code') AS found FROM records WHERE register = ? ORDER BY releases DESC, ocid LIMIT 1`, register)}`;
  const notice = (sql: string) => noticePath(Number(one(sql)));
  const named: Record<string, () => string> = {
    'notice:award': () => notice("SELECT max(id) AS found FROM releases WHERE kind = 'award' AND amends IS NULL"),
    'notice:corrected': () =>
      notice("SELECT max(id) AS found FROM releases WHERE kind = 'award' AND amends IS NOT NULL"),
    'notice:correction': () => notice("SELECT max(id) AS found FROM releases WHERE kind = 'correction'"),
    'notice:withdrawn': () => notice("SELECT max(amends) AS found FROM releases WHERE kind = 'withdrawal'"),
    lakeside: () => recordPath(one('SELECT ocid AS found FROM records WHERE title = ?', '湖滨路改造工程施工')),
    party: () =>
      `/parties/${one('SELECT p.id AS found FROM parties p JOIN party_roles r ON r.party = p.id WHERE p.is_unit = 0 AND r.role = ? GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1', 'supplier')}`,
    unit: () =>
      `/units/${one('SELECT p.id AS found FROM parties p JOIN party_roles r ON r.party = p.id WHERE p.is_unit = 1 GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1')}`,
  };
  named['complain'] = () => `/complaints/new?about=${addressIn(path)('record:procurement')}`;
  named['approval'] = () => pageOf('approvals', 'approval');
  named['matter'] = () => pageOf('rectification', 'matter');
  named['case'] = () => pageOf('cases', 'handling');
  named['benchmark'] = () => pageOf('discretion', 'benchmark');
  named['fund'] = () => pageOf('funds', 'fund');
  named['unit/compliance'] = () => `${named['unit']!()}/compliance`;
  return (name) => {
    if (name.startsWith('/')) return name;
    if (name.startsWith('en:')) return href('en', addressIn(path)(name.slice(3)));
    const register = /^record:(.+)$/.exec(name)?.[1];
    if (register)
      return recordPath(
        one('SELECT ocid AS found FROM records WHERE register = ? ORDER BY releases DESC, ocid LIMIT 1', register),
      );
    return named[name]!();
  };
}
