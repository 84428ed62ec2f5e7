import { projectTitle } from '../project-title.ts';
import { findRegion, REGIONS, regionOf } from '../../values/region.ts';
import { sectionInTitle, withoutSection } from './printed/section.ts';

/** What listing rows and full texts of the national platform have in common. */

const PLATFORM = 'https://www.ggzy.gov.cn';
const PLATFORM_NAME = '全国公共资源交易平台';

/**
 * An address that can be followed. Captures put two addresses into one (`https://a http://b/c`): the last is meant, unless
 * it is asked for by the first (`?to=http://b`).
 */
export function sourceAddress(printed: string): string | undefined {
  const text = printed.trim();
  const address = text.startsWith('/information/')
    ? PLATFORM + text
    : (text
        .split(/(?<![=?&%])(?=https?:\/\/)/)
        .findLast((part) => /^https?:\/\//.test(part))
        ?.trim() ?? '');
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? address : undefined;
}

const REGION_NAMES = new Set(REGIONS.map(({ name }) => name));

/** Who published it first: the platform names some of its sources only by their province, which is no medium. */
export function mediumOf(source: string, url: string): string | undefined {
  const name = source.trim();
  if (REGION_NAMES.has(name)) return `${PLATFORM_NAME}（来源：${name}）`;
  if (name !== '') return name;
  if (url.startsWith(PLATFORM)) return PLATFORM_NAME;
  return URL.canParse(url) ? new URL(url).host : undefined;
}

/** Province by name or by the code in the address; our own city or county where the platform bears its name. */
export function regionOfPlatform({ region, url, platform }: { region: string; url: string; platform: string }): string {
  const inAddress = /\/[ab]\/(\d{6})\//.exec(url)?.[1] ?? '';
  const code = findRegion(region.trim())?.code ?? regionOf(region) ?? findRegion(inAddress)?.code ?? '';
  const own = REGIONS.filter(
    (one) => platform.trim().startsWith(one.name) && (code === '' || one.code.slice(0, 2) === code.slice(0, 2)),
  );
  return own.sort((a, b) => b.name.length - a.name.length)[0]?.code ?? code;
}

/** `…项目-E6205000608003668001001Z01-招标文件`: the project's code of 20 characters, the section's of three more. */
const FULL_CODE = /[-－]([A-Z]\d{19})(\d{3})(?:Z\d{2})?(?=[-－]|$)/;
const SECTION_CODE = /[-－](\d{3})(?=[-－](?:招标|采购|资格预审)文件$)/;

/** What the title says beside the name: project code and section; and the name without them. */
export function titleParts(title: string): { name?: string; code?: string; section?: { id: string; name?: string } } {
  const full = FULL_CODE.exec(title);
  const short = full ? null : SECTION_CODE.exec(title);
  const coded = full?.[2] ?? short?.[1];
  const section = coded ? { id: String(Number(coded)) } : sectionInTitle(title);
  if (!section && !full) return {};
  const bare = withoutSection(title.replace(FULL_CODE, '').replace(SECTION_CODE, '')).replace(
    /[-－](?:招标|采购|资格预审)文件$/,
    '',
  );
  const name = projectTitle({ title: bare, project: {} });
  return {
    ...(full && { code: full[1] }),
    ...(section && { section: { id: section.id, ...(section.name && { name: section.name }) } }),
    name,
  };
}
