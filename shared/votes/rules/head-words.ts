interface CountedHead {
  readonly units: number
  readonly owners: number
  readonly isDeveloper: boolean
  readonly hasRepresentative: boolean
}

/** Why these homes are one person (人) in the count, with the article. */
export function headRule({ units, owners, isDeveloper, hasRepresentative }: CountedHead): string {
  if (isDeveloper) {
    return '建设单位没有卖出和卖出还没有交付的房屋，合计一人（法释〔2009〕7号第九条）'
  }
  const area = '面积按不动产登记'
  if (owners > 1) {
    const voice = hasRepresentative ? '，由推选的代表投票' : '，共有人意见不一致的不算参与'
    const homes = units > 1 ? `同一组共有人的 ${units} 套房屋合计一人` : '共有的房屋合计一人'
    return `${homes}${voice}（建房〔2009〕274号第二十五条）；${area}`
  }
  return units > 1
    ? `同一业主的 ${units} 套房屋合计一人，面积相加（法释〔2009〕7号第九条）；${area}`
    : `一套房屋一人（法释〔2009〕7号第九条）；${area}`
}
