/** Labels of the fields that `bidding.ts` makes, to be spread into a register's `fields`. */
export const biddingLabels = {
  zh: {
    section: '标段（包）', sections: '标段（包）划分', name: '名称', content: '项目内容', method: '采购方式', category: '类别',
    agency: '代理机构', supplier: '供应商', members: '联合体成员', rank: '排名', bidPrice: '投标报价', awardPrice: '中标价',
    duration: '工期（交货期）', quality: '质量', leader: '项目负责人', certificate: '证书名称', certificateNumber: '证书编号', qualification: '资格能力', score: '得分',
    documentsFrom: '文件获取开始时间', documentsUntil: '文件获取截止时间', documentsHow: '文件获取方式', applicationDeadline: '申请文件递交截止时间',
    bidDeadline: '投标截止时间', openingAt: '开标时间', openingPlace: '开标地点', ceilingPrice: '最高限价', consortium: '是否接受联合体',
    bids: '投标情况', tenderer: '投标人', rejected: '否决投标的原因', candidates: '候选人', evaluation: '评审情况', awards: '中标结果', awardedOn: '定标日期',
    failedSections: '未产生中标人的标段（包）', cancelledAwards: '取消的中标结果', reason: '原因', publicityFrom: '公示开始日期', publicityUntil: '公示截止日期',
    objectionChannel: '提出异议的渠道和方式', contractNumber: '合同编号', contractName: '合同名称', contractPrice: '合同金额', term: '合同履行期限', startsOn: '开始日期',
    endsOn: '结束日期', signedOn: '签订日期', corrected: '更正事项', complainants: '投诉人', respondents: '被投诉人', decision: '处理结果', decidedOn: '处理日期',
    decider: '处理单位', acceptedOn: '验收日期', suspendedOn: '暂停日期', resumesOn: '恢复日期', failedOn: '失败日期', terminatedOn: '终止日期',
    bidders: '投标人数', round: '第几次', other: '其他事项',
  },
  en: {
    section: 'Section', sections: 'Sections', name: 'Name', content: 'Content', method: 'Method', category: 'Category',
    agency: 'Agency', supplier: 'Supplier', members: 'Consortium members', rank: 'Rank', bidPrice: 'Bid price', awardPrice: 'Award price',
    duration: 'Time for completion or delivery', quality: 'Quality', leader: 'Project leader', certificate: 'Certificate', certificateNumber: 'Certificate number', qualification: 'Qualification', score: 'Score',
    documentsFrom: 'Documents available from', documentsUntil: 'Documents available until', documentsHow: 'How to obtain documents', applicationDeadline: 'Applications close',
    bidDeadline: 'Bids close', openingAt: 'Bids opened at', openingPlace: 'Place of opening', ceilingPrice: 'Ceiling price', consortium: 'Consortia accepted',
    bids: 'Bids', tenderer: 'Bidder', rejected: 'Why the bid was rejected', candidates: 'Candidates', evaluation: 'Evaluation', awards: 'Awards', awardedOn: 'Awarded on',
    failedSections: 'Sections without an award', cancelledAwards: 'Cancelled awards', reason: 'Reason', publicityFrom: 'Publicised from', publicityUntil: 'Publicised until',
    objectionChannel: 'Where and how to object', contractNumber: 'Contract number', contractName: 'Contract name', contractPrice: 'Contract price', term: 'Contract term', startsOn: 'Starts on',
    endsOn: 'Ends on', signedOn: 'Signed on', corrected: 'What is corrected', complainants: 'Complainants', respondents: 'Respondents', decision: 'Decision', decidedOn: 'Decided on',
    decider: 'Decided by', acceptedOn: 'Accepted on', suspendedOn: 'Suspended on', resumesOn: 'Resumes on', failedOn: 'Failed on', terminatedOn: 'Terminated on',
    bidders: 'Number of bidders', round: 'Round', other: 'Other matters',
  },
};
