import { isSameSecret, type Keys } from '../keys/keys.ts'
import { RefusedError } from './refused-error.ts'

/** A store's cursor names keys: it leaves signed, for one list and person, and is refused if it comes back changed. */
export function signCursor(keys: Keys, list: string, cursor: string): string {
  return `${Buffer.from(cursor).toString('base64url')}.${markOf(keys, list, cursor)}`
}

export function openCursor(keys: Keys, list: string, signed: string): string {
  const [body = '', mark = ''] = signed.split('.')
  const cursor = Buffer.from(body, 'base64url').toString()
  if (!isSameSecret(mark, markOf(keys, list, cursor))) {
    throw new RefusedError('request.cursor_invalid')
  }
  return cursor
}

const markOf = (keys: Keys, list: string, cursor: string): string =>
  keys.digestText('cursor', list, cursor).slice(0, 22)
