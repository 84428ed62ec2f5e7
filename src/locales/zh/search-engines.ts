/** 搜索引擎：管理页与命令行。 */
export const searchEngines = {
  lead: '没有设置 Meilisearch 时由内置引擎回答全部搜索。设置后两个引擎一起回答首页结果：找到的条目以内置引擎为准，它在限定时间内没有查完的，由 Meilisearch 补上并经核对；往后翻页由内置引擎回答。Meilisearch 不可用，或者它的索引不对时，内置引擎马上接替。',
  engine: '回答搜索的引擎',
  embedded: '内置引擎',
  meilisearch: 'Meilisearch（{url}，索引 {index}）',
  state: '状态',
  fresh: '已跟上',
  behind: '落后 {n} 条',
  none: '还没有建立索引',
  found: '服务器上的索引{what}。重建完成之前由内置引擎回答全部搜索。',
  findings: {
    missing: '不见了',
    emptied: '被清空了',
    half: '缺了一部分文档',
    older: '不是本站最后建立的那一份',
    foreign: '属于另一个网站',
    settings: '设置被改动了',
  },
  built: '上次建立索引',
  builtFor: '{minute}（因为原来的索引{what}）',
  obstacles: {
    'wrong-key':
      '服务器不接受密钥：{said}。请核对 MEILI_KEY，用服务器的管理密钥，或者给它开通 README 所列的权限，索引范围为全部（*：限定索引的密钥看不到交换索引的任务），然后重启本站。',
    'too-large':
      '服务器不收这么大的请求：{said}。有一条公告单独就超过了上限，请调大服务器的 --http-payload-size-limit（前面有代理的，代理的上限也要调大），本站会自动再试。',
    unreachable: '连不上 {url}：{said}。请确认服务器在运行、地址正确，本站会自动再试。',
    stranger: '{url} 的回答不是 Meilisearch 的：{said}。请核对 MEILI_URL，以及前面的代理是否拦下了请求。',
    'task-failed': '服务器没有做完一项任务：{said}。请查看服务器的日志和磁盘空间，本站会自动再试。',
    taken:
      '索引 {index} 属于另一个网站。请在 MEILI_INDEX 里给本站另起一个名字再重启；确定它可以归本站的，运行 gongshi search rebuild。',
    resisting:
      '索引 {index} 的设置刚恢复又被改动了。请找到是谁在改，让它停下来；本站十分钟后再恢复一次，也可以运行 gongshi search rebuild。',
  },
  succeeded: '上次成功',
  failed: '上次失败',
  failure: '失败原因',
  never: '无',
  rows: '内置索引条数',
  done: '已重建，共 {n} 条。',
  progress: '重建',
  less: '{q}：少 {missing}',
  lessRows: '{n} 条（{titles}）',
  lessTotal: '总数 {total}，应为 {expected}',
  notExact: '总数不再确切',
  comparing: '对照',
  compared:
    '共 {n} 个查询，其中 {less} 个两个引擎合起来找到的比内置引擎单独找到的少。中位用时：内置 {ours} 毫秒，合起来 {pair} 毫秒。',
};
