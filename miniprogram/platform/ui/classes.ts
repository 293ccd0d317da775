type Styles = Readonly<Record<string, string>>

/** The class names a style sheet gives those that hold: `classes(styles, 'row', isLast && 'last')`. */
export const classes = (styles: Styles, ...names: readonly (string | false)[]): string =>
  names
    .map((name) => (name === false ? undefined : styles[name]))
    .filter((name) => name !== undefined)
    .join(' ')
