import m0 from './0000_platform.sql'

export const migrations = [
  { tag: '0000_platform', sql: m0 },
]
