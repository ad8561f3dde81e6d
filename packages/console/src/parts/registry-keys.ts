/** What is fetched of the registry, by key: a change of any part of it may show in all of them. */
export const registryKeys = [
  ['contents'],
  ['buildings'],
  ['rooms'],
  ['spaces'],
  ['people'],
] as const satisfies readonly (readonly string[])[]
