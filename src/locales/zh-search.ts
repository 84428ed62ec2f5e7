/** 搜索引擎：管理页与命令行。 */
export const searchEngines = {
  lead: '没有设置 Meilisearch 时由内置引擎回答全部搜索。设置后由它回答首页结果，内置引擎核对并接着往后翻；它不可用时内置引擎马上接替。',
  engine: '回答搜索的引擎', embedded: '内置引擎', meilisearch: 'Meilisearch（{url}）',
  state: '状态', fresh: '已跟上', behind: '落后 {n} 条', none: '还没有建立索引',
  succeeded: '上次成功', failed: '上次失败', failure: '失败原因', never: '无', rows: '内置索引条数',
  built: '已重建，共 {n} 条。', progress: '重建',
  compareHead: '查询词\t前10重合\t前20重合\t内置条数\tMeilisearch条数\t内置毫秒\tMeilisearch毫秒', only: '  仅{engine}：{title}', compared: '共 {n} 个查询，前10平均重合 {ten}，前20平均重合 {twenty}。',
};
