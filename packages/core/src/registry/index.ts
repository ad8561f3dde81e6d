export * from './rules.ts'
export { buildings, occupancies, parkingSpaces, people, personPhones, rooms, units } from './tables.ts'
