import m0 from './0000_ledger.sql'
import m1 from './0001_projects.sql'
import m2 from './0002_payments.sql'
import m3 from './0003_messages.sql'

export const migrations = [
  { tag: '0000_ledger', sql: m0 },
  { tag: '0001_projects', sql: m1 },
  { tag: '0002_payments', sql: m2 },
  { tag: '0003_messages', sql: m3 },
]
