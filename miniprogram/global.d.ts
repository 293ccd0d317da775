declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.scss'
declare module '*.png' {
  const address: string
  export default address
}
/** Where the API is: a path on H5, a whole address in WeChat. */
declare const __API_BASE__: string
/** Which of the two this package was built for. */
declare const __TARGET__: 'weapp' | 'h5'
