import { labels, type Locale } from '../../../locales/labels.ts';
import { fieldOf } from '../../../registers/fields.ts';
import { findKind, findRegister } from '../../../registers/registers.ts';
import { fieldLabel, valueText } from '../../notice/field-value.ts';
import { kindLabel } from '../../words.ts';
import type { Told } from './told.ts';

/** 施工许可, 支付; the kind of notice where it has no closer name. */
export function titleOf({ release, kind }: Told, locale: Locale): string {
  return (kind.called && wordsOf(release, kind.called, locale)) || kindLabel(release.register, release.kind, locale);
}

/** 甘肃某图审中心，620502-2026-0417号: what a panel says under the title, each with its label where it is a sum. */
export function said({ release, kind }: Told, locale: Locale): string {
  const register = findRegister(release.register)!;
  return (kind.says ?? [])
    .flatMap((name) => {
      const words = wordsOf(release, name, locale);
      if (words === '') return [];
      const schema = schemaOf(release, name);
      const isSum = schema && fieldOf(schema).type === 'money';
      return [isSum ? `${fieldLabel(name, register, locale)}${labels(locale).list.gap}${words}` : words];
    })
    .join(labels(locale).record.comma);
}

function wordsOf(release: Told['release'], name: string, locale: Locale): string {
  return valueText(release.content.fields[name], schemaOf(release, name), findRegister(release.register)!, locale);
}

function schemaOf({ register, kind }: Told['release'], name: string) {
  return findKind(register, kind)?.fields.shape[name];
}
