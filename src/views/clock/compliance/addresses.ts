import type { Locale } from '../../../locales/labels.ts';
import { href, withQuery, type Query } from '../../address.ts';
import { facesOf } from '../faces-of.ts';
import { complianceQuery, type ComplianceParameters } from './parameters.ts';

/** Where a unit's page of periods leads: what is chosen goes along to every face and language. */
export function complianceAddresses(unitPath: string, parameters: ComplianceParameters, locale: Locale) {
  const path = `${unitPath}/compliance`;
  const at = (change: Query = {}, face = '') =>
    withQuery(href(locale, path + face), complianceQuery(parameters, change));
  return {
    path,
    at,
    query: withQuery('', complianceQuery(parameters)),
    /** The rows behind a figure. */
    of: (change: Query) => `${at(change)}#single`,
    faces: facesOf((face) => at({}, face), locale),
  };
}
