export const unsoldWords = /^(?:未售|未销售|待售|未售出|开发商|发展商|建设单位|开发公司)$/
export const vacantWords = /^(?:空置|空房|空|空置房|无人)$/

/** Words that stand where there is no owner yet. */
export function isNobody(name: string): boolean {
  return unsoldWords.test(name) || vacantWords.test(name)
}
