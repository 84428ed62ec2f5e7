export const accounts = {
  roles: {
    author: '编辑',
    reviewer: '审核',
    issuer: '签发',
    unitAdministrator: '单位管理员',
    administrator: '平台管理员',
    auditor: '审计员',
  },
  states: { invited: '待接受邀请', active: '在用', disabled: '已停用' },
  parts: { lead: '牵头', cooperating: '协作' },
  platform: '平台',
  operator: '命令行',
  help: {
    usage:
      '用法：npm run gongshi -- user invite --name 姓名 --sign-in 登录名 --staff-number 工号 --roles 角色[,角色] [--unit 单位]\n      npm run gongshi -- user reinvite 登录名 [--remove-second-factor]\n      npm run gongshi -- user unit --name 单位全称 --region 区划代码 [--lead 栏目,…] [--cooperating 栏目,…]\n      npm run gongshi -- user list\n      npm run gongshi -- user code 登录名\n      GONGSHI_OLD_KEY=旧密钥 npm run gongshi -- user rekey',
    notes:
      '不写 --unit 的是平台人员。邀请链接只能用一次，7天内有效。user code 只给演示账号算验证码。user rekey 把验证器密钥改用新的 GONGSHI_KEY 加密，请先停站。',
    roles: '角色：{roles}',
  },
  invited: '已邀请{name}（{roles}，{unit}）。请把下面的链接交给本人，7天内有效，只能用一次：',
  reinvited: '{name}的旧密码已作废。请把新的链接交给本人，7天内有效，只能用一次：',
  unitMade: '已建立单位：{name}（{id}）。',
  line: '{signIn}　{name}　{unit}　{roles}　{state}',
  nobody: '还没有账号。',
  rekeyed: '已用 GONGSHI_KEY 重新加密 {n} 个验证器密钥。旧密钥不再需要，但恢复旧备份时还要用，请按备份保留的时间保管。',
  demoTitle: '演示账号（只随演示数据存在，只能在本机登录，设 GONGSHI_DEMO=public 除外；密码都是 {password}）：',
  demoLine: '  {signIn}　{roles}　{unit}',
  demoCode: '验证码：npm run gongshi -- user code 登录名',
  demoSecret: '    验证器密钥 {secret}',
};

export const doubtfulLinks = {
  none: '没有存疑的关联。',
  count: '存疑的关联 {n} 对：代码或题目相同，但没有归为同一项目。',
  sameCode: '同一代码 {code}，{why}：',
  sameTitle: '题目相同，{why}：',
  record: '  {ocid}　{title}　{unit}　{register}　公告 {n} 条',
  noUnit: '单位未公开',
  howToDecide:
    '确属同一项目：npm run gongshi -- links join 编号 并入的编号 --reason 理由 [--by 姓名]\n误归在一起的公告：npm run gongshi -- links part 公告号 --reason 理由 [--by 姓名]',
  joined: '{ocid} 的 {n} 条公告已并入 {into}。',
  parted: '公告 {id} 已从 {ocid} 分出，连同更正它的公告共 {n} 条，归入 {into}。',
  doubts: {
    buyer: '单位不同',
    city: '不在同一城市',
    years: '时间相隔太久',
    weak: '代码太短，单位和题目也对不上',
  },
};

export const verification = {
  steps: {
    file: '检查数据库文件……',
    releases: '逐条核对公告的散列值……',
    projections: '重新生成派生数据，逐行比较……',
    attachments: '逐份核对附件……',
  },
  counts:
    '公告 {releases} 条（其中隐去个人信息的 {redacted} 条），操作记录 {events} 条，派生数据 {rows} 行，附件 {attachments} 份（{bytes} 字节）。',
  finding: '· {what}（{n}）：{examples}',
  findings: {
    'file-damaged': '数据库文件损坏',
    'schema-differs': '表、索引或触发器与本版本的不同',
    'release-hash': '公告内容与发布时的散列值不符',
    'release-columns': '公告的栏目与它的内容不符',
    'sequence-hole': '发布编号有缺',
    'events-hole': '操作记录有缺（现有条数 / 最后编号）',
    'behind-mark': '落后于高水位记录（库中 / 记录）',
    'beside-mark': '与高水位记录是两份不同的发布（库中 / 记录）',
    'mark-unreadable': '高水位记录读不出来',
    'projection-differs': '派生数据与重新生成的不同，可用 gongshi rebuild 重做',
    'rebuild-failed': '派生数据不能重新生成',
    'attachment-absent': '附件缺失',
    'attachment-changed': '附件内容已变',
  },
  sound: '核对完毕：没有发现问题。',
  unsound: '核对完毕：有问题，见上。',
  accepted: '已按现状接受：库中最后编号 {seq}，原记录 {mark}。失去的编号不再使用，理由记入操作记录。',
};

export const backups = {
  made: '已备份到 {path}：发布编号到 {seq}，附件 {n} 份；清理旧备份 {removed} 份。',
  keepElsewhere: '备份里没有这些设置的值，请另行保管：{names}',
  absent: '有 {n} 份附件在数据文件夹里缺失或已变，没有备份：{names}',
  restored: '已从 {path} 恢复（{at} 的备份）：发布编号到 {seq}，附件 {n} 份。现在核对。',
};

export const cli = {
  usage: '用法：npm run gongshi -- <命令>',
  serve: '启动网站',
  migrate: '把数据库升级到当前版本',
  seed: '放入演示数据',
  import: '导入公告文件',
  mcp: '供本机的智能助手查询（MCP，标准输入输出），只读',
  read: '读出文件里各条公告的事实，每条一行JSON，不写入',
  rebuild: '由已发布的公告重新生成全部派生数据',
  sweep: '删除没有公告使用的上传文件（一天以前的）',
  swept: '已删除{n}个没有公告使用的文件。',
  bulk: '写出 /data 上的数据文件（只写有变动的）',
  bulkWritten: '数据文件共{n}个，这次写了{m}组。',
  verify: '核对公告、编号、派生数据和附件是否完好',
  backup: '备份数据库和附件到一个文件夹',
  restore: '从备份恢复到空的数据文件夹',
  calendar: '把一年的放假安排加进工作日历',
  user: '邀请人员，建立单位',
  links: '列出存疑的关联，并入或分出（join、part）',
  search: '查看、重建、比较搜索引擎',
  help: '显示本说明',
  migrated: '数据库已升级：{names}',
  upToDate: '数据库已是当前版本。',
  seeded: '放入演示公告 {n} 条。',
  seedKept: '演示公告已在库中，没有改动。',
  rebuilt: '已由 {n} 条公告重新生成。',
  listening: '公示已启动：{url}（{n} 个进程）',
  data: '数据：{path}',
  howToStop: '按 Ctrl+C 停止。',
  readOnly: '网站只供查阅：不能登录，不接受任何提交，定时发布暂停。',
  secretsClear: '没有设置 GONGSHI_KEY：验证器密钥在数据库里没有加密。',
  secretsUnreadable:
    '现在的 GONGSHI_KEY 打不开 {n} 个验证器密钥，这些人员不能用验证码登录，恢复码和通行密钥仍可用。请换回原来的密钥；换密钥用 gongshi user rekey。',
  stopping: '正在停止：等进行中的请求完成……',
  stopped: '已停止。',
};
