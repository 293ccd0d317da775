import { clientOf } from '#miniprogram/platform/api.ts'
import { account, consents, corrections, privacy } from '#shared/privacy/contract.ts'

export const privacyApi = clientOf(privacy)
export const accountApi = clientOf(account)
export const correctionsApi = clientOf(corrections)
export const consentsApi = clientOf(consents)
