/** What the fields of this register mean. */
export const meanings = {
  item: '办的是清单里的哪一项，写事项编码',
  itemName: '办的是什么事，不写申请人',
  unitInCharge: '由哪个单位办',
  acceptedOn: '哪天受理的',
  dueOn: '单位承诺哪天以前办完',
  statutoryDueOn: '法律、法规规定哪天以前办完',
  suspensions: '哪些日子不计算在内，一段一行',
  from: '从哪天起不计算',
  until: '到哪天恢复计算',
  reason: '为什么不计算',
  decidedOn: '哪天办完的',
  result: '结果是什么',
  resultUrl: '结果在哪个网址公开',
};
