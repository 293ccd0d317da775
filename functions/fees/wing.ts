export { feeFeature } from './handlers.ts'
