/**
 * What the set-up says. Plain JavaScript, because it is read before anything is installed and by any Node ≥ 18;
 * everything else is in the folders of the languages.
 */
const zh = {
  installing: '安装依赖（第一次约一分钟）',
  building: '构建网页',
  chromium: '安装 Chromium 和中文字体',
  stillGoing: '{what}：已用 {seconds} 秒',
  finished: '{what}：完成，{seconds} 秒',
  nodeTooOld: '本机的 Node 是 {found}，这个平台（{platform}）需要 Node 24 或更新的版本，请先安装：https://nodejs.org',
  npmFailed: '依赖没有装好（npm 退出状态 {status}）。请检查网络后重新运行。',
  buildFailed: '网页没有构建成功，原因见上。',
  noChromium:
    '没有找到 Chromium，浏览器测试不能运行。请安装（Debian：apt-get install chromium-headless-shell fonts-noto-cjk），或用 CHROMIUM_PATH 指明它的位置。',
  unknown: '没有“{found}”这个命令。可用：start、test、run、bench、faults。',
};

/** @type {typeof zh} */
const en = {
  installing: 'Installing dependencies (about a minute the first time)',
  building: 'Building the pages',
  chromium: 'Installing Chromium and Chinese fonts',
  stillGoing: '{what}: {seconds} s so far',
  finished: '{what}: done, {seconds} s',
  nodeTooOld:
    'This machine has Node {found}; this platform ({platform}) needs Node 24 or newer. Please install it: https://nodejs.org',
  npmFailed: 'The dependencies were not installed (npm exit status {status}). Please check the network and run again.',
  buildFailed: 'The pages could not be built; the reason stands above.',
  noChromium:
    'No Chromium was found, so the browser tests cannot run. Install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk), or say where it is with CHROMIUM_PATH.',
  unknown: 'There is no command "{found}". There are: start, test, run, bench, faults.',
};

/**
 * A sentence in the operator's language: Chinese unless the shell is English.
 * @param {keyof typeof zh} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  const { LC_ALL, LANG } = process.env;
  const labels = (LC_ALL || LANG || '').startsWith('en') ? en : zh;
  return labels[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
