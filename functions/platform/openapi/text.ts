import { openapiDocument } from './document.ts'

/** The document as it is answered. In Lambda `functions/entry/lambda-openapi.ts` reads these bytes from a file. */
export const openapiText = (): string => JSON.stringify(openapiDocument())
