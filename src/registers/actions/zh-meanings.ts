/** What the fields of this register mean. */
export const meanings = {
  action: '八项行动中的哪一项',
  actionStage: '在行动的哪个阶段',
  lead: '今天由哪个单位负责',
  asOf: '情况截至哪一天',
  progress: '做了什么',
  next: '接着做什么',
  document: '文件的名称',
  formedOn: '文件什么时候形成',
  toVerify: '还要核对什么',
};
