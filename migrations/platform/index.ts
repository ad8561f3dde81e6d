import m0 from './0000_platform.sql'
import m1 from './0001_audit_chain.sql'
import m2 from './0002_operators_known_addresses.sql'
import m3 from './0003_stopped_work.sql'
import m4 from './0004_keys_of_actors.sql'
import m5 from './0005_outboxes.sql'
import m6 from './0006_backups.sql'
import m7 from './0007_copies_of_bare_photos.sql'

export const migrations = [
  { tag: '0000_platform', sql: m0 },
  { tag: '0001_audit_chain', sql: m1 },
  { tag: '0002_operators_known_addresses', sql: m2 },
  { tag: '0003_stopped_work', sql: m3 },
  { tag: '0004_keys_of_actors', sql: m4 },
  { tag: '0005_outboxes', sql: m5 },
  { tag: '0006_backups', sql: m6 },
  { tag: '0007_copies_of_bare_photos', sql: m7 },
]
