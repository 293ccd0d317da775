import { clientOf } from '#miniprogram/platform/api.ts'
import { corrections } from '#shared/privacy/correction-contract.ts'

export const correctionsApi = clientOf(corrections)
