ALTER TABLE `tariffs` ADD `surcharge` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- What was said to be charged beside others of all that it is for is a surcharge: of all its scopes, whatever days of their
-- places that touched; of all its places, where it has no scopes. Where that was said of some only, it stays a charge like
-- others: such places stand in the list of those charged twice, for people to decide. Said of a scope again, or of one that
-- has begun, it stood in a later row of the same that reaches at least as far, beside the one of before, which counts no more.
UPDATE tariffs SET surcharge = 1 WHERE fee_item <> 'other' AND coalesce(
  (SELECT min(beside) FROM tariff_scopes s WHERE s.project_id = tariffs.project_id AND s.tariff_id = tariffs.id AND NOT s.excluded
    AND NOT EXISTS (SELECT 1 FROM tariff_scopes n WHERE NOT s.beside AND n.project_id = s.project_id AND n.tariff_id = s.tariff_id AND n.kind = s.kind
      AND n.value = s.value AND n.rowid > s.rowid AND n.beside AND NOT n.excluded AND coalesce(n.to_on, '9999-12-31') >= coalesce(s.to_on, '9999-12-31'))),
  (SELECT min(beside) FROM tariff_assignments a WHERE a.tariff_id = tariffs.id)) = 1;
