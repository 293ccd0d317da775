// What a browser shows and a phone scans to let it in.

const CONFIRM_PAGE = '/resident/devices-web/index'
/** Before the short code, so that no other six symbols in a text are taken for one. */
const MARK = 'jiayuan-login:'
// A colon is encoded where the text passed through an address, and once more where that was a parameter itself.
const MARKED = /jiayuan-login(?::|%3A|%253A)([A-Z0-9]{6})(?![A-Z0-9])/i

export const webLoginScene = (code: string): string => MARK + code

/**
 * What the QR code holds: the confirm page's own address. WeChat's scanner opens the mini-program there once the
 * address is entered in its console, and says what to do where it is not; the mini-program's own scanner reads it too.
 * @param site `https://jiayuan.example`, without a slash at its end
 */
export const webLoginLink = (site: string, scene: string): string =>
  `${site}${CONFIRM_PAGE}?scene=${scene}`

/** The short code in what was scanned: the address, encoded or not, or the scene alone. */
export const webCodeIn = (scanned: string): string | undefined =>
  MARKED.exec(scanned)?.[1]?.toUpperCase()
