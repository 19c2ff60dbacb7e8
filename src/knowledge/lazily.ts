// A value that is worked out when it is first asked for.

/** Importing the knowledge must cost next to nothing: what is large is built at first use. */
export function lazily<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined
  return () => {
    built ??= { value: build() }
    return built.value
  }
}
