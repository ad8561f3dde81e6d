ALTER TABLE `messages` ADD `good_until` integer;--> statement-breakpoint
-- Codes on their way keep the five minutes that the code before gives them.
UPDATE messages SET good_until = created_at + 300000 WHERE purpose = 'otp' AND state = 'waiting';
