import { fillIn } from '#shared/kernel/refusals.ts'
import { registerRefusals } from '#shared/register/refusals.ts'
import type { NewOwner, Transfer, UnitShown } from '#shared/register/terms.ts'
import { TRANSFER_KINDS, transferred, type TransferKind } from '#shared/register/transfers.ts'

export interface Person {
  readonly name: string
  readonly identity: string
  readonly phone: string
}

/** A change of owners as far as it is written. Names are not kept on the phone. */
export interface Form {
  readonly kind?: TransferKind
  /** In Shanghai, `2026-11-24`. */
  readonly day?: string
  /** Keys of those who stay. */
  readonly staying: readonly string[]
  readonly coming: readonly Person[]
}

export const NOBODY: Person = { name: '', identity: '', phone: '' }
export const EMPTY: Form = { staying: [], coming: [NOBODY] }
export const OWNERS_AT_MOST = 40

/** The first delivery is to the buyers the register has; else the owners are usually others. */
export function withKind(form: Form, kind: TransferKind, unit: UnitShown): Form {
  if (kind !== 'first_delivery' || unit.owners.length === 0) {
    const coming = form.coming.length > 0 ? form.coming : [NOBODY]
    return { ...form, kind, coming, staying: form.kind === 'first_delivery' ? [] : form.staying }
  }
  return { ...form, kind, staying: unit.owners.map(({ key }) => key), coming: [] }
}

/** The same rule as the server's; new owners have no key yet. */
function decisionOn(unit: UnitShown, form: Form, kind: TransferKind, day: string, about: About) {
  const owners = unit.owners.map(({ key }) => key)
  const { unit: label, building, kind: use, areaCenti, status } = unit
  const to = [...form.staying, ...form.coming.map((_, i) => `new ${i}`)]
  return transferred(
    { label, building, kind: use, areaCenti, status, owners },
    { from: owners, to, kind, day, today: about.today, lastDay: lastDay(about.transfers) },
  )
}

export interface About {
  readonly today: string
  readonly transfers: readonly Transfer[]
}

const lastDay = (transfers: readonly Transfer[]): string | undefined =>
  transfers
    .filter(({ undone }) => !undone)
    .map(({ day }) => day)
    .sort()
    .slice(-1)[0]

/** Which ways there are for a home in its state. */
export const kindsFor = (unit: UnitShown): readonly TransferKind[] =>
  TRANSFER_KINDS.filter((kind) => {
    const today = '2000-01-01'
    const decision = decisionOn(unit, EMPTY, kind, today, { today, transfers: [] })
    return decision.ok || decision.code !== 'register.transfer_not_possible'
  })

/** What is missing before it can be recorded. */
export function missingIn(form: Form, unit: UnitShown, about: About): string | undefined {
  const { kind, day, staying, coming } = form
  if (kind === undefined) return '请选择为什么换业主'
  if (day === undefined) return '请选择从哪天起'
  if (staying.length + coming.length === 0) return '请填写新的业主'
  return (
    coming.map(wrongIn).find((one) => one !== undefined) ?? refused(form, unit, kind, day, about)
  )
}

function refused(form: Form, unit: UnitShown, kind: TransferKind, day: string, about: About) {
  const decision = decisionOn(unit, form, kind, day, about)
  if (decision.ok) return undefined
  return fillIn(registerRefusals[decision.code].detail, decision.params ?? {})
}

function wrongIn({ name, identity, phone }: Person, place: number): string | undefined {
  const who = `第 ${place + 1} 位新业主`
  if (name.trim() === '') return `请填写${who}的姓名`
  if (identity.trim() !== '' && identity.trim().length < 4) return `${who}的证件号码太短，请核对`
  const digits = phone.replace(/[^0-9]/g, '')
  return phone.trim() !== '' && digits.length < 7 ? `${who}的电话太短，请核对` : undefined
}

const asSent = ({ name, identity, phone }: Person): NewOwner => ({
  name: name.trim(),
  ...(identity.trim() !== '' && { identity: identity.trim() }),
  ...(phone.trim() !== '' && { phone: phone.trim() }),
})

export const ownersOf = ({ staying, coming }: Form): NewOwner[] => [
  ...staying.map((key) => ({ key })),
  ...coming.map(asSent),
]
