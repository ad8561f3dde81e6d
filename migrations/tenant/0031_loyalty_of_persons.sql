ALTER TABLE `survey_outcomes` ADD `loyalty_persons` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `survey_outcomes` ADD `loyal_persons` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Closed rounds get them too, from their answers, which nobody can have changed since; what they reported stays as it is.
DROP TRIGGER survey_outcomes_keep_rows;--> statement-breakpoint
UPDATE survey_outcomes SET loyalty_persons = told.persons, loyal_persons = told.loyal FROM (SELECT round_id, count(*) AS persons, sum(marks >= 4 * asked) AS loyal FROM (SELECT h.round_id, h.person_id, sum(a.loyalty) AS marks, count(*) AS asked FROM survey_households h JOIN survey_answers a ON a.id = h.answer_id WHERE a.loyalty IS NOT NULL GROUP BY h.round_id, h.person_id) GROUP BY round_id) AS told WHERE told.round_id = survey_outcomes.round_id AND method = 2;--> statement-breakpoint
CREATE TRIGGER survey_outcomes_keep_rows BEFORE UPDATE ON survey_outcomes BEGIN SELECT RAISE(ABORT, 'survey_outcomes is append-only'); END;
