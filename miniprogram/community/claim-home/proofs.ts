import { BINDING_RULES } from '#shared/bindings/profile.ts'
import { sameName } from '#shared/bindings/rules/home.ts'
import type { EndReason, EvidenceKind } from '#shared/bindings/terms.ts'
import type { ClaimInFull, HomeInFull } from '#shared/bindings/views.ts'

type Owner = HomeInFull['owners'][number]

/** What suffices to say that the claim is this owner of the register, or takes that owner's place. */
export function proofsOf(claim: ClaimInFull, owner: Owner | undefined): readonly EvidenceKind[] {
  if (!owner) return []
  const { evidenceFor, succession } = BINDING_RULES
  if (!sameName(owner.name, claim.name)) return succession.value[claim.ground ?? 'listed'] ?? []
  // What agreed with one owner of the register says nothing of another of the same name.
  const match = claim.member === owner.member ? (claim.match ?? 'none') : 'none'
  const byCode = claim.history.some(({ kind }) => kind === 'code_redeemed')
  return evidenceFor.value[match].filter((kind) => kind !== 'paper_code' || byCode)
}

/** Why nothing suffices; nothing where something does. */
export const whyNoProof = (claim: ClaimInFull, owner: Owner | undefined): string | undefined =>
  owner && proofsOf(claim, owner).length === 0
    ? `申请人写的是 ${claim.name}，名册上是 ${owner.name}。名字不同，又没有说明继承、离婚或购买，不能通过。`
    : undefined

export const endProofs = (reason: EndReason | undefined): readonly EvidenceKind[] =>
  (reason && BINDING_RULES.evidenceForEnd.value[reason]) ?? []
