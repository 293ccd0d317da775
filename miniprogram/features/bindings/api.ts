import { clientOf } from '#miniprogram/platform/api.ts'
import { bindings } from '#shared/bindings/contract.ts'

export const bindingsApi = clientOf(bindings)
