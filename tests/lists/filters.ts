/** What each list is asked in its tests: all that it may be narrowed by, each alone and as pages narrow it together. */
export const filtersOf: Readonly<Record<string, (things: Readonly<Record<string, string>>) => object[]>> = {
  parkingSpaceList: ({ projectId }) => [
    { projectId },
    { projectId, search: '1' },
    { projectId, search: '张' },
  ],
}
