import { resolve } from 'node:path';
import * as z from 'zod';
import { clamdOf, type ClamdAddress } from './clamd-address.ts';
import { networkOf, type Network } from './network.ts';
import { done, refuse, type Result } from './result.ts';

/** What the operator decides, by environment variables; the README lists them. Read once, when a command starts. */
export interface Settings {
  host: string;
  port: number;
  /** The data folder, absolute. */
  data: string;
  /** The public address, without a path: `https://gongshi.example.cn`. Nothing is ever built from the Host header. */
  origin: string;
  /** Demo stories are put into a new database, and every page says 演示数据. */
  demo: boolean;
  /** From where demo officers, whose password everybody knows, may sign in. */
  demoSignIn: 'this-machine' | 'anywhere';
  /** Proxies that are believed when they say whom they forward. */
  trustedProxies: readonly Network[];
  passwordPolicy: PasswordPolicy;
  /** A second place for the high-water mark, absolute: on another volume than the data. */
  mark?: string;
  /** The folder of backups that are made every 15 minutes, absolute; none are made where none is set. */
  backup?: string;
  /** Seals the secrets of authenticators, and challenges of passkeys, for which `serve` makes one anew where none is set. */
  key?: string;
  /** What `key` was before, while `gongshi user rekey` runs. */
  oldKey?: string;
  /** The Meilisearch server that answers searches; without it the database does. `index` is this portal's own there. */
  meilisearch?: { url: string; key?: string; index: string };
  /** The clamd that scans attachments. */
  clamd?: ClamdAddress;
  /** How mail leaves; none leaves where it is not set. */
  mail?: { smtp: string; from: string; rate: number; dkim?: { domain: string; selector: string; keyFile: string } };
  /** Networks to which webhooks may go though they are not public: receivers of the operator's own. */
  webhookNetworks: readonly Network[];
  /** Whether the access log says what readers searched for. */
  logQueries: boolean;
  /** Lets in who reads `/metrics` from another machine. */
  metricsToken?: string;
  /**
   * The registered prefix of ocids (OCDS, schema/identifiers). Registering is free and takes the operator; until then a
   * placeholder stands there that nobody has.
   */
  ocidPrefix: string;
  /** The licence of the data, as an address; the portal's own page says what the law says where none is set. */
  licence?: string;
  /** What the footer of a government site must carry; unset values are shown as 未配置. */
  footer: Footer;
}

/** `nist`: long and not guessable; `dengbao3`: 等保三级 asks for classes, 90 days and history on top. */
export type PasswordPolicy = 'nist' | 'dengbao3';

export interface Footer {
  /** 主办单位 */
  organiser?: string;
  /** 承办单位 */
  undertaker?: string;
  /** 联系方式 */
  contact?: string;
  /** 网站标识码 */
  siteCode?: string;
  /** ICP备案号 */
  icp?: string;
  /** 公安备案号 */
  police?: string;
}

/** No registered prefix: whoever reads it sees that there is none yet. */
export const PLACEHOLDER_PREFIX = 'ocds-000000';

const path = z.string().refine((text) => !text.includes('\0'));
const printed = z.string().max(200).optional();
const schema = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,253}$/)
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(65_535))
    .default(4321),
  GONGSHI_DATA: path.default('.data'),
  GONGSHI_ORIGIN: z.string().transform(originOf).pipe(z.string()).optional(),
  GONGSHI_DEMO: z.enum(['0', '1', 'public']).default('1'),
  GONGSHI_TRUSTED_PROXIES: z.string().max(2_000).transform(networksOf).pipe(z.array(z.custom<Network>())).default([]),
  GONGSHI_PASSWORD_POLICY: z.enum(['nist', 'dengbao3']).default('nist'),
  GONGSHI_KEY: z
    .string()
    .regex(/^\S{32,200}$/)
    .optional(),
  GONGSHI_OLD_KEY: z
    .string()
    .regex(/^\S{32,200}$/)
    .optional(),
  GONGSHI_MARK: path.optional(),
  GONGSHI_BACKUP: path.optional(),
  MEILI_URL: z.string().transform(originOf).pipe(z.string()).optional(),
  MEILI_KEY: z.string().max(500).optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^(?!.*_(?:next|rebuild)$)[A-Za-z0-9_-]{1,100}$/)
    .default('notices'),
  GONGSHI_CLAMD: path
    .max(200)
    .transform(clamdOf)
    .pipe(z.custom<ClamdAddress>((found) => found !== undefined))
    .optional(),
  GONGSHI_SMTP: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+\/?$/)
    .optional(),
  GONGSHI_MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>"\r\n]{1,80}<[^\s<>@]{1,64}@[^\s<>@]{1,190}>|[^\s<>@]{1,64}@[^\s<>@]{1,190})$/)
    .optional(),
  GONGSHI_MAIL_RATE: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(10_000))
    .default(60),
  GONGSHI_DKIM: z
    .string()
    .regex(/^[\w.-]{1,190}:[\w.-]{1,60}:[^\0]{1,300}$/)
    .optional(),
  GONGSHI_WEBHOOK_NETWORKS: z.string().max(2_000).transform(networksOf).pipe(z.array(z.custom<Network>())).default([]),
  GONGSHI_LOG_QUERIES: z.enum(['0', '1']).default('0'),
  GONGSHI_METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{32,200}$/)
    .optional(),
  GONGSHI_OCID_PREFIX: z
    .string()
    .regex(/^ocds-[a-z0-9]{6}$/)
    .default(PLACEHOLDER_PREFIX),
  GONGSHI_LICENCE: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  GONGSHI_ORGANISER: printed,
  GONGSHI_UNDERTAKER: printed,
  GONGSHI_CONTACT: printed,
  GONGSHI_SITE_CODE: printed,
  GONGSHI_ICP: printed,
  GONGSHI_POLICE: printed,
});

/** Which sentence of `locales` `refusals` says what is wrong with a variable. The footer's are all texts. */
const REFUSALS: Record<string, string> = {
  HOST: 'setting-host',
  PORT: 'setting-port',
  GONGSHI_DATA: 'setting-data',
  GONGSHI_ORIGIN: 'setting-origin',
  GONGSHI_DEMO: 'setting-demo',
  GONGSHI_TRUSTED_PROXIES: 'setting-trusted-proxies',
  GONGSHI_PASSWORD_POLICY: 'setting-password-policy',
  GONGSHI_KEY: 'setting-key',
  GONGSHI_OLD_KEY: 'setting-key',
  GONGSHI_MARK: 'setting-path',
  GONGSHI_BACKUP: 'setting-path',
  MEILI_URL: 'setting-meili-url',
  MEILI_INDEX: 'setting-meili-index',
  GONGSHI_CLAMD: 'setting-clamd',
  GONGSHI_SMTP: 'setting-smtp',
  GONGSHI_MAIL_FROM: 'setting-mail-from',
  GONGSHI_MAIL_RATE: 'setting-mail-rate',
  GONGSHI_DKIM: 'setting-dkim',
  GONGSHI_WEBHOOK_NETWORKS: 'setting-webhook-networks',
  GONGSHI_LOG_QUERIES: 'setting-log-queries',
  GONGSHI_METRICS_TOKEN: 'setting-key',
  GONGSHI_OCID_PREFIX: 'setting-ocid-prefix',
  GONGSHI_LICENCE: 'setting-licence',
};

/** Not repeated when they are wrong, and in no backup. */
export const SECRETS: readonly string[] = [
  'MEILI_KEY',
  'GONGSHI_KEY',
  'GONGSHI_OLD_KEY',
  'GONGSHI_SMTP',
  'GONGSHI_METRICS_TOKEN',
];

/** The variables there are. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** A variable set to nothing counts as not set. Refusals: `setting-*`, with the variable as `path`. */
export function readSettings(environment: Record<string, string | undefined>): Result<Settings> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    return refuse(
      ...names.map((name) => ({
        code: REFUSALS[name] ?? 'setting-text',
        path: name,
        found: SECRETS.includes(name) ? '…' : given[name]!.slice(0, 100),
      })),
    );
  }
  const {
    HOST,
    PORT,
    GONGSHI_DATA,
    GONGSHI_ORIGIN,
    GONGSHI_DEMO,
    GONGSHI_TRUSTED_PROXIES,
    GONGSHI_PASSWORD_POLICY,
    GONGSHI_KEY,
    GONGSHI_OLD_KEY,
    GONGSHI_MARK,
    GONGSHI_BACKUP,
    MEILI_URL,
    MEILI_KEY,
    MEILI_INDEX,
    GONGSHI_CLAMD,
    GONGSHI_SMTP,
    GONGSHI_MAIL_FROM,
    GONGSHI_MAIL_RATE,
    GONGSHI_DKIM,
    GONGSHI_WEBHOOK_NETWORKS,
    GONGSHI_LOG_QUERIES,
    GONGSHI_METRICS_TOKEN,
    GONGSHI_OCID_PREFIX,
    GONGSHI_LICENCE,
    ...footer
  } = parsed.data;
  if (GONGSHI_SMTP && !GONGSHI_MAIL_FROM)
    return refuse({ code: 'setting-mail-from', path: 'GONGSHI_MAIL_FROM', found: '' });
  const [domain, selector, ...keyFile] = GONGSHI_DKIM?.split(':') ?? [];
  return done({
    host: HOST,
    port: PORT,
    data: resolve(GONGSHI_DATA),
    origin: GONGSHI_ORIGIN ?? `http://${reachable(HOST)}:${PORT}`,
    demo: GONGSHI_DEMO !== '0',
    demoSignIn: GONGSHI_DEMO === 'public' ? 'anywhere' : 'this-machine',
    trustedProxies: GONGSHI_TRUSTED_PROXIES,
    passwordPolicy: GONGSHI_PASSWORD_POLICY,
    ...(GONGSHI_KEY && { key: GONGSHI_KEY }),
    ...(GONGSHI_OLD_KEY && { oldKey: GONGSHI_OLD_KEY }),
    ...(GONGSHI_MARK && { mark: resolve(GONGSHI_MARK) }),
    ...(GONGSHI_BACKUP && { backup: resolve(GONGSHI_BACKUP) }),
    ...(MEILI_URL && { meilisearch: { url: MEILI_URL, ...(MEILI_KEY && { key: MEILI_KEY }), index: MEILI_INDEX } }),
    ...(GONGSHI_CLAMD && { clamd: GONGSHI_CLAMD }),
    ...(GONGSHI_SMTP &&
      GONGSHI_MAIL_FROM && {
        mail: {
          smtp: GONGSHI_SMTP,
          from: GONGSHI_MAIL_FROM,
          rate: GONGSHI_MAIL_RATE,
          ...(domain && selector && { dkim: { domain, selector, keyFile: resolve(keyFile.join(':')) } }),
        },
      }),
    webhookNetworks: GONGSHI_WEBHOOK_NETWORKS,
    logQueries: GONGSHI_LOG_QUERIES === '1',
    ...(GONGSHI_METRICS_TOKEN && { metricsToken: GONGSHI_METRICS_TOKEN }),
    ocidPrefix: GONGSHI_OCID_PREFIX,
    ...(GONGSHI_LICENCE && { licence: GONGSHI_LICENCE }),
    footer: {
      organiser: footer.GONGSHI_ORGANISER,
      undertaker: footer.GONGSHI_UNDERTAKER,
      contact: footer.GONGSHI_CONTACT,
      siteCode: footer.GONGSHI_SITE_CODE,
      icp: footer.GONGSHI_ICP,
      police: footer.GONGSHI_POLICE,
    },
  });
}

/** An http(s) address with nothing after the host; undefined for anything else. */
function originOf(text: string): string | undefined {
  const url = URL.parse(text);
  const plain = url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return plain && url.pathname === '/' && !url.search && !url.hash ? url.origin : undefined;
}

/** Undefined when one of them is none. */
function networksOf(text: string): Network[] | undefined {
  const networks = text.split(',').map((one) => networkOf(one.trim()));
  return networks.every((network) => network !== null) ? networks : undefined;
}

/** By what a browser on this machine reaches a server that listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
