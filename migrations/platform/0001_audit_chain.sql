ALTER TABLE `audit_seals` ADD `after_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `audit_seals` ADD `overtaken` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
DROP TRIGGER audit_seals_keep_hashes;--> statement-breakpoint
-- Numbers of entries have no gaps, so that a seal of n entries follows the one that ends n before it.
UPDATE audit_seals SET after_seq = coalesce((SELECT max(earlier.last_seq) FROM audit_seals earlier
  WHERE earlier.last_seq <= audit_seals.last_seq - audit_seals.entries AND earlier.last_seq < audit_seals.last_seq), 0);--> statement-breakpoint
-- The chain, back from its end; a seal beside it was made by a sealer that another one overtook.
WITH RECURSIVE chain(last_seq, after_seq) AS (
  SELECT last_seq, after_seq FROM audit_seals WHERE last_seq = (SELECT max(last_seq) FROM audit_seals)
  UNION ALL SELECT s.last_seq, s.after_seq FROM chain JOIN audit_seals s ON s.last_seq = chain.after_seq
    WHERE s.last_seq < chain.last_seq)
UPDATE audit_seals SET overtaken = 1 WHERE last_seq NOT IN (SELECT last_seq FROM chain);--> statement-breakpoint
CREATE TRIGGER audit_seals_keep_hashes BEFORE UPDATE ON audit_seals BEGIN SELECT RAISE(ABORT, 'audit_seals is append-only'); END;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seals_one_successor` ON `audit_seals` (`after_seq`) WHERE overtaken = 0;--> statement-breakpoint
CREATE INDEX `audit_seals_overtaken` ON `audit_seals` (`last_seq`) WHERE overtaken = 1;
