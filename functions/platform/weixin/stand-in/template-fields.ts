/** What WeChat takes for each kind of field, after its documents on the parameters of templates. */
const TAKES: Readonly<Record<string, RegExp>> = {
  // Counted in units, as the strictest reader would.
  thing: /^[^\n]{1,20}$/,
  number: /^(?=.{1,32}$)\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
  date: /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})( ([01]?\d|2[0-3]):[0-5]\d)?$/,
  amount: /^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Z\d]{1,8}$/u,
  name: /^([A-Za-z·.* ]{1,20}|[\p{Script=Han}A-Za-z·.* ]{1,10})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** Why the data do not fit the template's keys, as WeChat words it; `undefined` where they do. */
export function misfitOf(data: unknown, keys: readonly string[]): string | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'data'
  const given = data as Readonly<Record<string, unknown>>
  const unknown = Object.keys(given).find((key) => !keys.includes(key))
  if (unknown !== undefined) return `data.${unknown}`
  const wrong = keys.find((key) => !takes(key, given[key]))
  return wrong === undefined ? undefined : `data.${wrong}.value`
}

function takes(key: string, field: unknown): boolean {
  const { value } = (field ?? {}) as { value?: unknown }
  const kind = TAKES[key.replace(/\d+$/, '')]
  return typeof value === 'string' && kind?.test(value) === true
}
