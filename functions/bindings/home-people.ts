import { isOpen, isOwnership } from '#shared/bindings/rules/home.ts'
import type { Relation } from '#shared/bindings/terms.ts'
import type { HomeUsers, MyHome } from '#shared/bindings/views.ts'
import { maskName } from '#shared/people/rules.ts'
import { helpedPerson } from './helped.ts'
import type { RegisteredHome } from './register-desk.ts'
import type { StoredHome } from './stored.ts'

type NameOf = (name: string) => string

/** Tenants, family and helpers; `by`: of one who gave them in only. */
export const usersOf = (
  home: StoredHome,
  { owners }: RegisteredHome,
  nameOf: NameOf,
  by?: string,
): MyHome['users'] =>
  home.bindings
    .filter((one) => !isOwnership(one) && isOpen(one) && (by === undefined || one.givenBy === by))
    .map((one) => ({
      binding: one.binding,
      relation: one.relation as Exclude<Relation, 'owner' | 'co_owner'>,
      name: nameOf(one.name),
      since: one.since,
      ...(one.until !== undefined && { until: one.until }),
      ...(one.from !== undefined && { from: one.from }),
      ...(one.tie && { tie: one.tie }),
      ...(one.relation === 'helper' && { helps: nameOf(helpedPerson(home, one, owners).name) }),
    }))

/** Helpers of before, latest first: the record outlives the help. */
export const pastHelpers = ({ bindings }: StoredHome, by?: string): NonNullable<MyHome['past']> =>
  bindings
    .filter((one) => one.relation === 'helper' && (by === undefined || one.givenBy === by))
    .flatMap(({ binding, name, tie, since, ended }) =>
      ended
        ? [{ binding, name, since, endedAt: ended.at, reason: ended.reason, ...(tie && { tie }) }]
        : [],
    )
    .sort((a, b) => (a.endedAt < b.endedAt ? 1 : -1))

/** Codes that nobody has used yet; `by`: whose only. */
export const codesOf = (
  { codes }: StoredHome,
  { owners }: RegisteredHome,
  now: Date,
  nameOf: NameOf,
  by?: string,
): HomeUsers['codes'] =>
  codes
    .filter(({ expiresAt }) => Date.parse(expiresAt) > now.getTime())
    .filter(({ issuedBy }) => by === undefined || issuedBy === by)
    .map(({ code, relation, owner, issuedAt, expiresAt, helper }) => {
      const named = owners.find(({ key }) => key === owner)
      return {
        code,
        relation,
        issuedAt,
        expiresAt,
        locked: false,
        ...(named && { name: maskName(named.name) }),
        ...(helper && { helper: { ...helper, name: nameOf(helper.name) } }),
      }
    })
