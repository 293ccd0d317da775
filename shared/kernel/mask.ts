/** What others see of a person where they may not see the whole. 个人信息保护法 §25: nothing is published in full. */

// `阿不都·热合曼` is a person, though longer than most names.
const DOT = /[·•・‧]/
const ORGANISATION =
  /(?:公司|集团|中心|委员会|合作社|办事处|事务所|企业|机构|单位|政府|银行|[厂局院校行店馆站所队会部处社])(?:[(（][^)）]*[)）])?$/

/** `张*`, `张**`: the first character, then a star for each of the rest. Organisations of six and more stay whole. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name)
  const isOrganisation = rest.length > 4 && !DOT.test(name) && ORGANISATION.test(name)
  return isOrganisation ? name : first + '*'.repeat(rest.length)
}

/** `138****8888`. What is too short to be a number shows nothing. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
