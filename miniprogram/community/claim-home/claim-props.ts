import type { ClaimInFull, HomeInFull } from '#shared/bindings/views.ts'

/** One home, and how what is shown of it is replaced by an answer or fetched again. */
export interface OfHome {
  readonly community: string
  readonly home: HomeInFull
  readonly put: (home: HomeInFull) => void
  readonly reload: () => Promise<void>
}

export interface OfClaim extends OfHome {
  readonly claim: ClaimInFull
}

/** What every decision on a claim is given. */
export interface ActProps extends OfClaim {
  readonly onClose: () => void
}
