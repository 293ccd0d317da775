/** What others see of a person where they may not see the whole. 个人信息保护法 §25: nothing is published in full. */

/** `张*`, `张**`: the first character, then a star for each of the rest. Organisations (five and more) stay whole. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name)
  return rest.length === 0 || rest.length > 4 ? name : first + '*'.repeat(rest.length)
}

/** `138****8888`. What is too short to be a number shows nothing. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
