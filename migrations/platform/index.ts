import m0 from './0000_platform.sql'
import m1 from './0001_audit_chain.sql'

export const migrations = [
  { tag: '0000_platform', sql: m0 },
  { tag: '0001_audit_chain', sql: m1 },
]
