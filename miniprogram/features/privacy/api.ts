import { clientOf } from '#miniprogram/platform/api.ts'
import { account, consents, privacy } from '#shared/privacy/contract.ts'

export const privacyApi = clientOf(privacy)
export const accountApi = clientOf(account)
export const consentsApi = clientOf(consents)
