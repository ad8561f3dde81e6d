import m0 from './0000_ledger.sql'
import m1 from './0001_projects.sql'
import m2 from './0002_identity.sql'
import m3 from './0003_registry.sql'
import m4 from './0004_registry_import.sql'
import m5 from './0005_billing.sql'
import m6 from './0006_payments.sql'
import m7 from './0007_messages.sql'
import m8 from './0008_reminders.sql'
import m9 from './0009_files.sql'
import m10 from './0010_complaints.sql'
import m11 from './0011_satisfaction.sql'
import m12 from './0012_calendar.sql'
import m13 from './0013_owner_access.sql'
import m14 from './0014_tasks.sql'
import m15 from './0015_audit_chain.sql'
import m16 from './0016_area_history.sql'
import m17 from './0017_imports_that_stop.sql'
import m18 from './0018_strangers_keep_nobody_out.sql'
import m19 from './0019_stopped_work.sql'
import m20 from './0020_one_line_triggers.sql'
import m21 from './0021_satisfaction_outcomes.sql'
import m22 from './0022_desk_lookup.sql'
import m23 from './0023_reminder_evidence.sql'
import m24 from './0024_canonical_rooms.sql'
import m25 from './0025_keys_of_actors.sql'
import m26 from './0026_writes_of_the_code_before.sql'
import m27 from './0027_keys_as_they_compare.sql'
import m28 from './0028_bare_photos_and_quiet_bills.sql'
import m29 from './0029_excluded_scopes.sql'
import m30 from './0030_agreements_end_with_occupancies.sql'
import m31 from './0031_loyalty_of_persons.sql'
import m32 from './0032_good_until.sql'
import m33 from './0033_barer_photos.sql'
import m34 from './0034_kept_charges.sql'
import m35 from './0035_scope_followers.sql'
import m36 from './0036_rooms_apart.sql'
import m37 from './0037_fees_once_a_day.sql'
import m38 from './0038_agreements_resume.sql'
import m39 from './0039_both_with_places.sql'
import m40 from './0040_surcharges.sql'
import m41 from './0041_areas_moved.sql'
import m42 from './0042_discarded_drafts.sql'
import m43 from './0043_owed_covering.sql'
import m44 from './0044_organisation.sql'
import m45 from './0045_survey_marks.sql'
import m46 from './0046_hand_overs.sql'
import m47 from './0047_roles.sql'
import m48 from './0048_fee_items.sql'
import m49 from './0049_areas.sql'
import m50 from './0050_import_revisions.sql'
import m51 from './0051_common_places.sql'
import m52 from './0052_service_lines.sql'
import m53 from './0053_complaint_places.sql'
import m54 from './0054_revisions.sql'
import m55 from './0055_form_revisions.sql'
import m56 from './0056_import_charges.sql'
import m57 from './0057_matters.sql'
import m58 from './0058_import_charges_allowed.sql'
import m59 from './0059_more_revisions.sql'
import m60 from './0060_parking_space_names.sql'

export const migrations = [
  { tag: '0000_ledger', sql: m0 },
  { tag: '0001_projects', sql: m1 },
  { tag: '0002_identity', sql: m2 },
  { tag: '0003_registry', sql: m3 },
  { tag: '0004_registry_import', sql: m4 },
  { tag: '0005_billing', sql: m5 },
  { tag: '0006_payments', sql: m6 },
  { tag: '0007_messages', sql: m7 },
  { tag: '0008_reminders', sql: m8 },
  { tag: '0009_files', sql: m9 },
  { tag: '0010_complaints', sql: m10 },
  { tag: '0011_satisfaction', sql: m11 },
  { tag: '0012_calendar', sql: m12 },
  { tag: '0013_owner_access', sql: m13 },
  { tag: '0014_tasks', sql: m14 },
  { tag: '0015_audit_chain', sql: m15 },
  { tag: '0016_area_history', sql: m16 },
  { tag: '0017_imports_that_stop', sql: m17 },
  { tag: '0018_strangers_keep_nobody_out', sql: m18 },
  { tag: '0019_stopped_work', sql: m19 },
  { tag: '0020_one_line_triggers', sql: m20 },
  { tag: '0021_satisfaction_outcomes', sql: m21 },
  { tag: '0022_desk_lookup', sql: m22 },
  { tag: '0023_reminder_evidence', sql: m23 },
  { tag: '0024_canonical_rooms', sql: m24 },
  { tag: '0025_keys_of_actors', sql: m25 },
  { tag: '0026_writes_of_the_code_before', sql: m26 },
  { tag: '0027_keys_as_they_compare', sql: m27 },
  { tag: '0028_bare_photos_and_quiet_bills', sql: m28 },
  { tag: '0029_excluded_scopes', sql: m29 },
  { tag: '0030_agreements_end_with_occupancies', sql: m30 },
  { tag: '0031_loyalty_of_persons', sql: m31 },
  { tag: '0032_good_until', sql: m32 },
  { tag: '0033_barer_photos', sql: m33 },
  { tag: '0034_kept_charges', sql: m34 },
  { tag: '0035_scope_followers', sql: m35 },
  { tag: '0036_rooms_apart', sql: m36 },
  { tag: '0037_fees_once_a_day', sql: m37 },
  { tag: '0038_agreements_resume', sql: m38 },
  { tag: '0039_both_with_places', sql: m39 },
  { tag: '0040_surcharges', sql: m40 },
  { tag: '0041_areas_moved', sql: m41 },
  { tag: '0042_discarded_drafts', sql: m42 },
  { tag: '0043_owed_covering', sql: m43 },
  { tag: '0044_organisation', sql: m44 },
  { tag: '0045_survey_marks', sql: m45 },
  { tag: '0046_hand_overs', sql: m46 },
  { tag: '0047_roles', sql: m47 },
  { tag: '0048_fee_items', sql: m48 },
  { tag: '0049_areas', sql: m49 },
  { tag: '0050_import_revisions', sql: m50 },
  { tag: '0051_common_places', sql: m51 },
  { tag: '0052_service_lines', sql: m52 },
  { tag: '0053_complaint_places', sql: m53 },
  { tag: '0054_revisions', sql: m54 },
  { tag: '0055_form_revisions', sql: m55 },
  { tag: '0056_import_charges', sql: m56 },
  { tag: '0057_matters', sql: m57 },
  { tag: '0058_import_charges_allowed', sql: m58 },
  { tag: '0059_more_revisions', sql: m59 },
  { tag: '0060_parking_space_names', sql: m60 },
]
