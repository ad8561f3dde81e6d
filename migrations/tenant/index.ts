import m0 from './0000_ledger.sql'
import m1 from './0001_projects.sql'
import m2 from './0002_identity.sql'
import m3 from './0003_registry.sql'
import m4 from './0004_billing.sql'
import m5 from './0005_payments.sql'
import m6 from './0006_messages.sql'
import m7 from './0007_files.sql'
import m8 from './0008_calendar.sql'
import m9 from './0009_tasks.sql'

export const migrations = [
  { tag: '0000_ledger', sql: m0 },
  { tag: '0001_projects', sql: m1 },
  { tag: '0002_identity', sql: m2 },
  { tag: '0003_registry', sql: m3 },
  { tag: '0004_billing', sql: m4 },
  { tag: '0005_payments', sql: m5 },
  { tag: '0006_messages', sql: m6 },
  { tag: '0007_files', sql: m7 },
  { tag: '0008_calendar', sql: m8 },
  { tag: '0009_tasks', sql: m9 },
]
