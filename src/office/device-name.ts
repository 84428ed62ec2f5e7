import { fill, labels, type Labels, type Locale } from '../locales/labels.ts';

type People = Labels['office']['people'];

/** First hit counts: most browsers also call themselves Chrome and Safari, and Android calls itself Linux. */
const BROWSERS: readonly [RegExp, keyof People['browsers']][] = [
  [/MicroMessenger|WeChat/, 'wechat'],
  [/DingTalk/, 'dingtalk'],
  [/QQBrowser/, 'qq'],
  [/QIHU|360SE|360EE/, 'qihoo'],
  [/UCBrowser|UBrowser/, 'uc'],
  [/HuaweiBrowser|ArkWeb/, 'huawei'],
  [/MiuiBrowser/, 'xiaomi'],
  [/\bEdg(?:e|A|iOS)?\//, 'edge'],
  [/\bOPR\//, 'opera'],
  [/Firefox|FxiOS/, 'firefox'],
  [/Chrome|CriOS|Chromium/, 'chrome'],
  [/Safari/, 'safari'],
];
const SYSTEMS: readonly [RegExp, keyof People['systems']][] = [
  [/HarmonyOS|OpenHarmony/i, 'harmony'],
  [/Android/, 'android'],
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Windows/, 'windows'],
  [/\bUOS\b/i, 'uos'],
  [/Kylin/i, 'kylin'],
  [/Macintosh|Mac OS X/, 'mac'],
  [/Linux|X11/, 'linux'],
];

/** What a browser calls itself, as its owner calls it: “Firefox，Windows”. What is not known is not guessed. */
export function deviceName(agent: string, locale: Locale): string {
  const t = labels(locale).office.people;
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  if (browser && system) return fill(t.device, { browser: t.browsers[browser], system: t.systems[system] });
  if (browser) return t.browsers[browser];
  return system ? t.systems[system] : t.unknownDevice;
}
