/** Where a register is sent, and where orders to work on it are put: the store announces both alike. */
const FOLDER = 'registers'
const EXPORTS = 'register-exports'

const PART = '([\\w-]{1,64})'
const FILE = new RegExp(`^${FOLDER}/${PART}/${PART}$`)
const ORDER = new RegExp(`^${FOLDER}/${PART}/orders/${PART}$`)

export interface Whose {
  readonly community: string
  /** Of the import, or the plain name an operator gave the file. */
  readonly name: string
}

export const fileKey = ({ community, name }: Whose): string => `${FOLDER}/${community}/${name}`
export const orderKey = ({ community, name }: Whose): string =>
  `${FOLDER}/${community}/orders/${name}`
export const exportKey = (community: string, id: string): string => `${EXPORTS}/${community}/${id}`

export const isRegisterKey = (key: string): boolean => key.startsWith(`${FOLDER}/`)

const whoseBy = (form: RegExp, key: string): Whose | undefined => {
  const [, community, name] = form.exec(key) ?? []
  return community === undefined || name === undefined ? undefined : { community, name }
}
export const whoseFile = (key: string): Whose | undefined => whoseBy(FILE, key)
export const whoseOrder = (key: string): Whose | undefined => whoseBy(ORDER, key)
