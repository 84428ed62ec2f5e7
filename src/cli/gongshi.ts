import { fill, labels, type Locale } from '../locales/labels.ts';
import { refuse, type Result } from '../values/result.ts';
import { readSettings } from '../values/settings.ts';
import type { Verb } from './command.ts';
import { inDataFolder } from './data-folder.ts';
import { sentence } from './sentence.ts';

/** The operator's command: `gongshi <verb> …`. A verb's file is loaded when it is asked for. */
const VERBS: Record<string, Verb> = {
  serve: async (command) => (await import('./serve.ts')).serve(command),
  migrate: async (command) => (await import('./migrate.ts')).migrateDatabase(command),
  seed: async ({ settings, locale }) => {
    const { seed } = await import('./seed.ts');
    const t = labels(locale).cli;
    return inDataFolder(settings, ({ database }) => {
      const { published } = seed(database, { now: Date.now(), demo: true });
      return published > 0 ? fill(t.seeded, { n: published }) : t.seedKept;
    });
  },
  import: async (command) => (await import('./import.ts')).importFiles(command),
  export: async (command) => (await import('./export.ts')).exportFolder(command),
  read: async (command) => (await import('./read.ts')).read(command),
  mcp: async (command) => (await import('./mcp.ts')).mcp(command),
  rebuild: async ({ settings, locale }) => {
    const { rebuildProjections } = await import('./rebuild.ts');
    return inDataFolder(settings, ({ database }) =>
      fill(labels(locale).cli.rebuilt, { n: rebuildProjections(database) }),
    );
  },
  verify: async (command) => (await import('./verify.ts')).verify(command),
  sweep: async (command) => (await import('./sweep.ts')).sweep(command),
  bulk: async (command) => (await import('./bulk.ts')).bulk(command),
  backup: async (command) => (await import('./backup.ts')).backup(command),
  restore: async (command) => (await import('./restore.ts')).restore(command),
  calendar: async (command) => (await import('./calendar.ts')).calendar(command),
  links: async (command) => (await import('./links.ts')).links(command),
  search: async (command) => (await import('./search.ts')).search(command),
  returned: async (command) => (await import('./returned.ts')).returned(command),
  user: async (command) => (await import('./user.ts')).user(command),
};

/** All others take no words. */
const TAKES_WORDS = [
  'serve',
  'import',
  'export',
  'read',
  'verify',
  'backup',
  'restore',
  'calendar',
  'links',
  'search',
  'user',
];

// Whatever it and its processes make is for whoever runs it alone, whatever the shell would allow.
process.umask(0o077);
const locale = operatorLocale(process.env);
const outcome = await run(process.argv.slice(2));
if (!outcome.ok) for (const refusal of outcome.refusals) process.stderr.write(`${sentence(refusal, locale)}\n`);
process.exitCode = outcome.ok ? outcome.value : 1;

async function run([name = 'help', ...words]: string[]): Promise<Result<number>> {
  if (['help', '--help', '-h'].includes(name)) return help();
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb) return refuse({ code: 'unknown-verb', found: name, expected: Object.keys(VERBS).join(', ') });
  if (words.length > 0 && !TAKES_WORDS.includes(name)) return refuse({ code: 'unexpected-word', found: words[0] });
  const settings = readSettings(process.env);
  return settings.ok ? verb({ settings: settings.value, words, locale }) : settings;
}

function help(): Result<number> {
  const t = labels(locale).cli as Record<string, string>;
  const lines = [...Object.keys(VERBS), 'help'].map((name) => `  ${name.padEnd(9)}${t[name]}`);
  process.stdout.write(`${t['usage']}\n\n${lines.join('\n')}\n`);
  return { ok: true, value: 0 };
}

/** Chinese unless the operator's shell is English. */
function operatorLocale({ LC_ALL, LANG }: NodeJS.ProcessEnv): Locale {
  return (LC_ALL || LANG || '').startsWith('en') ? 'en' : 'zh';
}
