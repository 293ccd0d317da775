type Fields = Readonly<Record<string, string | number | boolean | undefined>>

/** Structured lines with a request id. No personal data, no text a person wrote, no token. */
export interface Log {
  info(event: string, fields?: Fields): void
  error(event: string, fields?: Fields): void
}

export const silentLog: Log = { info: () => undefined, error: () => undefined }

/** One JSON object a line. */
export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  const line =
    (level: string) =>
    (event: string, fields: Fields = {}) =>
      write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`)
  return { info: line('info'), error: line('error') }
}
