import { fold } from './script.ts';

/**
 * Telling the names of natural persons from those of organisations where a source does not say, and hiding them. A name
 * may be written in many ways: two or more with a comma or 和 between them, with spaces inside, with a role before or
 * behind.
 */

/** The names of persons in a text that names who takes part: none for an organisation, or for what is masked already. */
export function personsIn(text: string, isSaidToBe = false): string[] {
  const pieces = piecesOf(text);
  return pieces
    .filter((piece) => !isMasked(piece) && (isPerson(piece) || (isSaidToBe && !(pieces.length > 1 && isUnit(piece)))))
    .filter((piece) => piece.length > 1);
}

/** True when a text names persons only, masked or not. */
export function namesPersonsOnly(text: string): boolean {
  const pieces = piecesOf(text);
  return pieces.length > 0 && pieces.every((piece) => isPerson(piece) || (isMasked(piece) && !isUnit(piece)));
}

/** 张三丰 → 张**; a name that is masked stays. */
export function maskName(name: string): string {
  if (isMasked(name)) return name;
  const compact = isHan(name) ? name.replace(/\s/g, '') : name;
  const [first = '', ...others] = [...compact];
  return first + (others.length > 0 ? others.map((one) => (/\s/.test(one) ? one : '*')).join('') : '*');
}

/** A pattern that finds a name in running text, with spaces or another dot inside as well. */
export function patternOf(name: string): string {
  const letters = [...name].filter((one) => !/\s/.test(one));
  if (!isHan(name))
    return `(?<!\\p{Script=Latin})${name.split(/\s+/).map(literally).join('\\s+')}(?!\\p{Script=Latin})`;
  return letters.map((one) => (DOT.test(one) ? `${DOT.source}?` : one)).join('\\s*');
}

/** A text as a pattern that finds nothing but it. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const DOT = /[·•・‧∙．]/;
const MASKED = /[*＊某×✕○〇●█■□▇?？]|(?<=\p{Script=Han})[XxＸｘ]+/u;
const isMasked = (name: string) => MASKED.test(name);
const isHan = (name: string) => /^[\p{Script=Han}\s·•・‧∙．]+$/u.test(name);

/** One party each, without what stands around its name. */
function piecesOf(text: string): string[] {
  return text
    .replace(/[（(〔[【][^（）()〔〕[\]【】]*[）)〕\]】]/g, '\n')
    .split(/[、，,;；/／|｜&＆+＋\n\r\t]+|\s+(?:and|AND)\s+/)
    .flatMap((part) => atSpaces(bare(part)))
    .flatMap((part) => atWords(bare(part)))
    .filter((part) => part !== '');
}

const BEFORE =
  /^(?:自然人|个人|居民|村民|农民|农户|公民|市民|职工|户主|承包户|受让人|受让方|竞得人|买受人|中标人|使用权人|使用者|权利人|产权人|所有权人|共有人|代表人?|负责人|经营者|申请人|投诉人|异议人|举报人|姓名)(?:\s*[:：]\s*|\s+|(?=\p{Script=Han}{2,4}$))/u;
const BEHIND =
  /(?:\s*等\s*(?:共|计)?\s*[\d一二两三四五六七八九十百]*\s*(?:人|户|名|位|个)?(?:自然人|居民|村民)?|先生|女士|小姐|同志|夫妇|夫妻|父子|父女|母子|母女|兄弟|姐妹|姊妹|\s*\d+\s*(?:人|户))$/u;

function bare(part: string): string {
  let name = part.trim();
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(BEFORE, '').replace(BEHIND, '').trim();
  }
  return name;
}

/** Spaces stand inside one name (王 大 明) or between two (王大明 李小红). */
function atSpaces(part: string): string[] {
  if (!/\s/.test(part) || !isHan(part)) return [part];
  const words = part.split(/\s+/);
  return words.every((word) => isPlainlyPerson(word)) ? words : [part.replace(/\s+/g, '')];
}

/** 张三和李四 are two; 张和平 is one, and 和 may be a surname: cut only where a person stands on both sides. */
function atWords(part: string): string[] {
  if (!isHan(part) || part.length < 4) return [part];
  for (const { index } of part.matchAll(/(?:以及|及|和|与|暨|同)/g)) {
    const word = part.startsWith('以及', index) ? 2 : 1;
    const [left, right] = [bare(part.slice(0, index)), bare(part.slice(index + word))];
    if (left.length < 2 || right.length < 2) continue;
    const [lefts, rights] = [atWords(left), atWords(right)];
    const all = [...lefts, ...rights];
    if (all.every((name) => isPlainlyPerson(name) || isMasked(name))) return all;
    // One of them is an organisation: 张三丰与天水某建设有限公司. 和 stands in too many names of firms (和谐, 和平).
    if (part[index] !== '和' && all.some(isPlainlyPerson) && all.every((name) => isPlainlyPerson(name) || isUnit(name)))
      return all;
  }
  return [part];
}

/** Whether a name is a person's and begins as most do: only then may a 和 beside it be a word of its own. */
function isPlainlyPerson(name: string): boolean {
  return isPerson(name) && (givenName(name) > 0 || FOREIGN.test(name) || DOT.test(name));
}

/** How many characters stand behind the surname. */
function givenName(name: string): number {
  return DOUBLE.test(fold(name)) ? name.length - 2 : isSurname(name[0]!) ? name.length - 1 : 0;
}

/** Two or three characters that are no surname are a person's name all the same, but for these. */
const KNOWN_UNIT =
  /^(?:国网|南网|华为|阿里|京东|腾讯|百度|比亚迪|茅台|中[铁建交核粮信化航船冶煤纺盐](?:\p{Script=Han})?)$/u;

function isPerson(name: string): boolean {
  if (isMasked(name)) return false;
  if (DOT.test(name))
    return /^\p{Script=Han}{1,10}(?:[·•・‧∙．]\p{Script=Han}{1,10}){1,4}$/u.test(name) && !isUnit(name);
  if (/^\p{Script=Latin}/u.test(name)) return isLatinPerson(name);
  if (!/^\p{Script=Han}{2,8}$/u.test(name) || isUnit(name)) return false;
  if (FOREIGN.test(name)) return true;
  if (/^.记/u.test(name) || KNOWN_UNIT.test(name)) return false;
  if (name.length <= 3) return true;
  const given = givenName(name);
  if (given === 1 || given === 2) return true;
  // 张杨果果: the surnames of both parents.
  return given === 3 && isSurname(name[1]!) && !TRADE.test(name);
}

/** Words and endings by which a short name is that of an organisation, a place or a trade. */
const UNIT =
  /(?:[司厂社局院校店部所处村组委站馆矿户队府镇乡县区市省州盟旗坊铺库厅室庙寺庵宫团房栈吧屋行档摊]|商会|协会|学会|工会|农会|总会|分会|商行|银行|支行|分行|车行|学校|大学|中学|小学|中心|公园|花园|果园|林园|家园|庄园|茶园|商城|新城|农场|林场|牧场|猪场|鸡场|羊场|牛场|鱼场|渔场|砂场|沙场|石场|煤场|工场|市场|商场|超市|集团|股份|实业|银号|酒楼|茶楼|餐厅|饭庄|山庄|酒家|人家|网咖|便利|百货|建材|五金|物流|电力|石化|石油|煤业|矿业|农业|置业|物业|药业|酒业|商贸|科技|建设|建筑|国际|控股|地产|能源|投资|政府|法院|医院|联社|街道|社区|基地|养殖|种植|理发|美发|烧烤|小吃|面皮|面馆|拉面|火锅)$|(?:公司|集团|合作社|经营部|事务所|工作室|委员会|管理局|研究|有限|农家乐)/u;
const TRADE = /[记氏店馆铺坊面粉鱼肉菜饭茶酒烟药车电机布衣鞋]/;
/** Ends that names of persons have as well: with a surname before, two or three characters are a person. */
const EITHER =
  /^(?!.*(?:商行|银行|支行|分行|车行|粮行|总行))(?:\p{Script=Han}{1,2}[行州旗团宫坊]|\p{Script=Han}建设)$/u;

function isUnit(name: string): boolean {
  if (EITHER.test(name) && isSurname(name[0]!)) return false;
  return UNIT.test(name) || LATIN_UNIT.test(name);
}

const LATIN_UNIT =
  /\b(?:ltd|limited|inc|incorporated|co|company|corp|corporation|llc|llp|lp|plc|gmbh|ag|sa|spa|srl|bv|nv|pty|pte|sdn|bhd|bank|group|holdings?|university|college|school|ministry|office|hospital|cent(?:re|er)|bureau|department|dept|association|foundation|trust|enterprises?|international|institute|authority|council|committee|commission|agency|services?|industr(?:y|ies|ial)|trading|stores?|shop|farms?|cooperative|coop|mining|mines|energy|technolog(?:y|ies)|engineering|construction|partners?|partnership|development|developments|investments?|estates?|properties|resources|government|municipality|city|county|district|village|town|province|project|unit|society|club|church|union|solutions|systems|works|builders|contractors?|suppliers?|consult(?:ing|ants?)|logistics|motors|petroleum|oil|gas|power|electric|electronics|pharma|pharmaceuticals|hotel|restaurant|media|network|global|china|brothers|bros|sons|labs?|laborator(?:y|ies)|studio|museum|library|board|fund|capital|ventures?|associates|federation|organi[sz]ation|republic|state|national|federal)\b\.?/i;

/** Two to five words, the first and last with a capital. */
function isLatinPerson(name: string): boolean {
  const words = name.split(/\s+/);
  const isWord = (word: string) =>
    /^\p{Lu}[\p{L}'’.-]*$/u.test(word) ||
    /^(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|bin|binti|al|el|y)$/.test(word);
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every(isWord) &&
    words.some((word) => /\p{L}{2}/u.test(word)) &&
    /^\p{Lu}/u.test(words.at(-1)!) &&
    !LATIN_UNIT.test(name)
  );
}

/** Parts of Tibetan, Uyghur, Mongolian and Kazakh names written without a dot. */
const FOREIGN =
  /^(?:扎西|卓玛|才让|次仁|多吉|旦增|丹增|洛桑|罗桑|尼玛|格桑|央金|拉姆|仁青|仁增|贡布|贡觉|索南|达瓦|桑吉|东智|南杰|加措|嘉措|顿珠|平措|白玛|德吉|卓嘎|普布|巴桑|边巴|米玛|拉巴|才旦|娘吉|周毛|吉毛|交巴|道吉|完么|拉毛|更登|旺堆|旺杰|旺姆|古丽|买买提|阿依|艾买提|吾买尔|热合曼|阿不都|阿布都|阿卜杜|麦麦提|吐尔逊|吐尔洪|依明|艾山|玉素甫|努尔|帕提|巴特尔|其其格|乌云|娜仁|巴图|巴雅尔|格日勒|苏日娜|萨仁|托娅|斯琴|阿古达木|朝鲁|那木|孟克|宝音|特木尔|毕力格|敖登|呼和|额尔|叶尔|哈力|别克|江|尔|汗|甫)*(?:扎西|卓玛|才让|次仁|多吉|旦增|丹增|洛桑|罗桑|尼玛|格桑|央金|拉姆|仁青|仁增|贡布|贡觉|索南|达瓦|桑吉|东智|南杰|加措|嘉措|顿珠|平措|白玛|德吉|卓嘎|普布|巴桑|边巴|米玛|拉巴|才旦|娘吉|周毛|吉毛|交巴|道吉|拉毛|更登|旺堆|旺杰|旺姆|古丽|买买提|艾买提|吾买尔|热合曼|麦麦提|吐尔逊|吐尔洪|依明|艾山|玉素甫|巴特尔|其其格|格日勒|巴雅尔|苏日娜|托娅|斯琴|特木尔|毕力格|别克)$/;

const DOUBLE =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|令狐|百里|呼延|东郭|南门|西门|拓跋|轩辕|第五|完颜|纳兰|达奚)/;

const isSurname = (character: string) => SINGLE.has(fold(character));

/** Surnames of one character. */
const SINGLE = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟肖闫代付覃原苑仝邸信门战候衣丛矫初冒撒锁妥喇虎拜敏答者他海买赛鲜同朵念漆令线辜揭柘苟亓折刑但来操泮战粟税母隋宛楚舍斯丑宝青展卿锺么仵尧鹿粘续帖火祥撖卯摆禚綦由介冼麦岩佐罕俄才尕旦桃占洛鄢',
);
