import type { ClockName, ClockRule } from '#shared/clocks/rule.ts'
import { formatPeriod } from '#shared/clocks/words.ts'
import type { Category } from './categories.ts'
import { categoryName, DEFAULT_PERIODS, type Settings } from './settings.ts'
import { movedOf, settingsParts, type Part } from './settings-parts.ts'
import {
  afterWords,
  basisWords,
  hoursWords,
  PERIOD_TITLES,
  ruleWords,
  warningWords,
} from './settings-words.ts'

/** One thing that stands otherwise, in plain words: `物业首次答复：24 小时 改为 12 小时`. */
interface SettingsChange {
  /** Of the part that changed, or of the list whose order did. */
  readonly key: string
  readonly words: readonly string[]
}

/** What stands otherwise after than before, part by part. */
export function settingsChanges(before: Settings, after: Settings): readonly SettingsChange[] {
  const [old, next] = [settingsParts(before), settingsParts(after)]
  const keys = [...new Set([...old.keys(), ...next.keys()])]
  const parts = keys.flatMap((key) => {
    const [from, to] = [old.get(key), next.get(key)]
    const part = to ?? from
    return part ? [{ key, words: changed(part, [from, to], { before, after }) }] : []
  })
  const orders = movedOf(before, after).map((list) => ({
    key: list,
    words: [`${list}的先后顺序有改动`],
  }))
  return [...parts, ...orders].filter(({ words }) => words.length > 0)
}

/** The same as one list of sentences. */
export const settingsDiff = (before: Settings, after: Settings): readonly string[] =>
  settingsChanges(before, after).flatMap(({ words }) => words)

interface Both {
  readonly before: Settings
  readonly after: Settings
}

const arrow = (what: string, from: string, to: string): readonly string[] =>
  from === to ? [] : [`${what}：${from} 改为 ${to}`]

/** One part in sentences; nothing where it is as it was. */
function changed(
  part: Part,
  [from, to]: readonly [Part | undefined, Part | undefined],
  both: Both,
): readonly string[] {
  switch (part.kind) {
    case 'category':
      return ofCategory(part.category, both)
    case 'category_period':
      return ofOwnPeriod(part, ruleOf(from), ruleOf(to), both)
    case 'period':
      return ofCommonPeriod(part.clock, ruleOf(from), ruleOf(to))
    case 'department':
      return ofNamed('部门', nameOf(from), nameOf(to))
    case 'template':
      return ofTemplate(part.name, textOf(from), textOf(to))
    case 'public_list':
      return ofPublicList(both)
    case 'office_hours':
      return ofHours(both)
  }
}

const ofPublicList = ({ before, after }: Both): readonly string[] =>
  arrow('公开列表', onWord(before.publicList), onWord(after.publicList))
const ofHours = ({ before, after }: Both): readonly string[] =>
  arrow('街道办公时间', hoursWords(before.officeHours), hoursWords(after.officeHours))
const ofCommonPeriod = (
  clock: ClockName,
  from = DEFAULT_PERIODS[clock],
  to = DEFAULT_PERIODS[clock],
): readonly string[] => ofPeriod(PERIOD_TITLES[clock], clock, from, to)

const onWord = (on: boolean): string => (on ? '公开' : '不公开')
const ruleOf = (part: Part | undefined): ClockRule | undefined =>
  part?.kind === 'period' || part?.kind === 'category_period' ? part.rule : undefined
const nameOf = (part: Part | undefined): string | undefined =>
  part?.kind === 'department' && !part.gone ? part.name : undefined
const textOf = (part: Part | undefined): string | undefined =>
  part?.kind === 'template' ? part.text : undefined

function ofNamed(what: string, from: string | undefined, to: string | undefined) {
  if (from === undefined) return to === undefined ? [] : [`新增${what}“${to}”`]
  return to === undefined ? [`删除${what}“${from}”`] : arrow(`${what}名称`, from, to)
}

function ofTemplate(name: string, from: string | undefined, to: string | undefined) {
  if (from === undefined) return [`新增常用回复“${name}”：${to ?? ''}`]
  return to === undefined ? [`删除常用回复“${name}”`] : arrow(`常用回复“${name}”`, from, to)
}

function ofCategory(category: Category, both: Both): readonly string[] {
  const { before, after } = both
  const of = (settings: Settings) => settings.categories.find((one) => one.category === category)
  const [from, to] = [of(before), of(after)]
  const name = categoryName(after, category)
  const isOn = (on: boolean | undefined): string => (on === true ? '可以提交' : '停用')
  return [
    ...arrow('类别名称', categoryName(before, category), name),
    ...arrow(`类别“${name}”`, isOn(from?.on), isOn(to?.on)),
    ...arrow(
      `“${name}”通常转给`,
      departmentsWords(both, from?.departments),
      departmentsWords(both, to?.departments),
    ),
  ]
}

/** By the names they have afterwards: a new name is said once, beside the department. */
function departmentsWords({ before, after }: Both, ids: readonly string[] = []): string {
  const all = [...after.departments, ...before.departments]
  const names = ids.flatMap((id) => all.find((one) => one.id === id)?.name ?? [])
  return names.length === 0 ? '没有指定' : names.join('、')
}

/** A category's period of its own, or that of everything here. */
function ofOwnPeriod(
  { category, clock }: { readonly category: Category; readonly clock: ClockName },
  from: ClockRule | undefined,
  to: ClockRule | undefined,
  { after }: Both,
): readonly string[] {
  const what = `“${categoryName(after, category)}”的${PERIOD_TITLES[clock]}`
  if (from && to) return ofPeriod(what, clock, from, to)
  if (to) return [`${what}：跟全小区一样 改为 ${ruleWords(clock, to)}，依据：${basisWords(to)}`]
  return from ? [`${what}：${formatPeriod(from)} 改为 跟全小区一样`] : []
}

function ofPeriod(
  what: string,
  clock: ClockName,
  from: ClockRule | undefined,
  to: ClockRule | undefined,
): readonly string[] {
  if (!from || !to) return []
  return [
    ...arrow(what, formatPeriod(from), formatPeriod(to)),
    ...arrow(`${what}的提醒`, warningWords(from), warningWords(to)),
    ...arrow(`${what}逾期以后`, afterWords(clock, from), afterWords(clock, to)),
    ...arrow(`${what}的依据`, basisWords(from), basisWords(to)),
  ]
}
