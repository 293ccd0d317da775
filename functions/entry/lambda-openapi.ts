import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * Takes the place of `functions/platform/openapi/text.ts` in the functions' bundles: the document follows from the
 * contracts, so the build writes it, once, and lays it beside the function; what generates it stays at home.
 */
export const openapiText = (): string =>
  gunzipSync(readFileSync(path.join(__dirname, 'openapi.json.gz'))).toString()
