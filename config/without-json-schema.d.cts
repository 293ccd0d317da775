interface Chain {
  readonly module: {
    rule(name: string): {
      test(files: RegExp): { use(name: string): { loader(file: string): unknown } }
    }
  }
}
declare const loader: {
  (source: string): string
  leaveOut(chain: Chain): void
}
export = loader
