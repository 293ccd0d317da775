import { BINDING_RULES } from '#shared/bindings/profile.ts'
import type { CodeFor, Evidence, EvidenceKind } from '#shared/bindings/terms.ts'
import { addDays, dayOf } from '#shared/kernel/calendar.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import {
  helperOf,
  missingInHelper,
  NOBODY_NAMED,
  type NamedHelper,
} from '#miniprogram/features/bindings/helper-fields.tsx'

/** A code as far as it is chosen for whom. */
export interface Wanted {
  readonly relation?: CodeFor | undefined
  readonly member?: string | undefined
  readonly until?: string | undefined
  /** Of a helper: who it is, and what was seen of the person's consent. */
  readonly helper?: NamedHelper | undefined
  readonly seen?: EvidenceKind | undefined
}

const RELATIONS = [
  { value: 'owner', label: '业主', note: '没有手机号，或手机号和名册不一样的' },
  { value: 'tenant', label: '租户', note: '看过租赁合同' },
  { value: 'family', label: '家人', note: '和业主一起住的' },
  { value: 'helper', label: '代办人', note: '替老人办事的亲友或志愿者，要有业主本人同意' },
] as const

/** For whom somebody of these roles may give out a code. */
export const relationsFor = (roles: readonly Role[]) =>
  RELATIONS.filter(({ value }) =>
    roles.some((role) => BINDING_RULES.mayIssue.value[value].includes(role)),
  )

/** An owner's code is for one of the owners; a helper acts for one of them. */
export const asksMember = (relation: CodeFor | undefined): boolean =>
  relation === 'owner' || relation === 'helper'

/** What is missing before a code can be given out; nothing where it can. */
export function missingIn({ relation, member, helper, seen }: Wanted): string | undefined {
  if (relation === undefined) return '请选择给谁'
  if (asksMember(relation) && member === undefined) return '请选择是哪一位业主'
  if (relation !== 'helper') return undefined
  return (
    missingInHelper(helper ?? NOBODY_NAMED) ??
    (seen === undefined ? '请选择看过本人的什么同意' : undefined)
  )
}

/** Until when it would hold: a helper's ends, whatever was chosen. */
export const lastDayOf = ({ relation, until }: Wanted, now: Date): string | undefined =>
  until ?? (relation === 'helper' ? addDays(dayOf(now), BINDING_RULES.helperDays.value) : undefined)

interface Issue {
  readonly relation: CodeFor
  readonly member?: string
  readonly until?: string
  readonly helper?: NonNullable<ReturnType<typeof helperOf>>
  readonly evidence?: Evidence
}

/** Ready to be given out, or `undefined` while something is missing. */
export function issueOf(wanted: Wanted, now: Date): Issue | undefined {
  const { relation, member } = wanted
  if (relation === undefined || missingIn(wanted) !== undefined) return undefined
  const last = relation === 'owner' ? undefined : lastDayOf(wanted, now)
  return {
    relation,
    ...(asksMember(relation) && member !== undefined && { member }),
    ...(last !== undefined && { until: last }),
    ...helpOf(wanted),
  }
}

function helpOf({ relation, helper, seen }: Wanted): Pick<Issue, 'helper' | 'evidence'> {
  const named = relation === 'helper' && helper ? helperOf(helper) : undefined
  return named && seen !== undefined ? { helper: named, evidence: { kind: seen } } : {}
}
