/** What a rule returns: the core decides, it never throws and never does I/O. */
export type Decision<T, Code extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly params?: Params }

/** Fill the blanks of a refusal's sentence: `还差 {days} 天`. */
export type Params = Readonly<Record<string, string | number>>

export const accept = <T>(value: T) => ({ ok: true, value }) as const
export const refuse = <Code extends string>(code: Code, params?: Params) =>
  params === undefined ? ({ ok: false, code } as const) : ({ ok: false, code, params } as const)
