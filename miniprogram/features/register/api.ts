import { clientOf } from '#miniprogram/platform/api.ts'
import { register } from '#shared/register/contract.ts'

export const registerApi = clientOf(register)
