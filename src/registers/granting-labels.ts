/** What a reader is told of taking part in a sale and of objecting, for land and mining rights alike (`granting.ts`). */
export const grantingLabels = {
  zh: {
    participation: {
      scope: '出让什么',
      who: '谁能申请',
      documents: '获取文件',
      deposit: '保证金',
      deadline: '申请截止',
      opening: '出让时间地点',
      contact: '联系',
    },
    remedies: {
      title: '怎样异议',
      note: '',
      ways: {
        result: { name: '异议', rule: '公示期内提出。', to: '出让人' },
        transfer: { name: '异议', rule: '公示期内提出。', to: '登记（发证）机关' },
      },
    },
  },
  en: {
    participation: {
      scope: 'What is granted',
      who: 'Who may apply',
      documents: 'Documents',
      deposit: 'Deposit',
      deadline: 'Apply by',
      opening: 'Time and place of sale',
      contact: 'Contact',
    },
    remedies: {
      title: 'How to object',
      note: '',
      ways: {
        result: { name: 'Objection', rule: 'Within the time of publicity.', to: 'the grantor' },
        transfer: { name: 'Objection', rule: 'Within the time of publicity.', to: 'the authority of registration' },
      },
    },
  },
};
