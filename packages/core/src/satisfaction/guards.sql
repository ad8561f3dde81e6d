CREATE TRIGGER survey_answers_keep_rows BEFORE UPDATE ON survey_answers BEGIN SELECT RAISE(ABORT, 'survey_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_answers_keep_all BEFORE DELETE ON survey_answers BEGIN SELECT RAISE(ABORT, 'survey_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_answers_while_open BEFORE INSERT ON survey_answers WHEN (SELECT closed_at FROM survey_rounds WHERE id = NEW.round_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the round is closed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_households_keep_all BEFORE DELETE ON survey_households BEGIN SELECT RAISE(ABORT, 'the households of a round stay'); END;
--> statement-breakpoint
CREATE TRIGGER survey_households_keep_frame BEFORE UPDATE OF round_id, room_id, person_id, lead ON survey_households BEGIN SELECT RAISE(ABORT, 'the households of a round stay'); END;
--> statement-breakpoint
CREATE TRIGGER survey_households_while_open BEFORE UPDATE OF answer_id, answers ON survey_households WHEN (SELECT closed_at FROM survey_rounds WHERE id = OLD.round_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the round is closed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_rounds_keep_terms BEFORE UPDATE OF id, project_id, period, methodology, opened_at ON survey_rounds BEGIN SELECT RAISE(ABORT, 'the terms of a round are fixed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_rounds_go_forward BEFORE UPDATE OF closed_at, reckoned_at, households, closes_at ON survey_rounds WHEN OLD.reckoned_at IS NOT NULL OR OLD.closed_at IS NOT NULL AND (NEW.closed_at IS NOT OLD.closed_at OR NEW.households <> OLD.households) OR NEW.reckoned_at IS NOT NULL AND NEW.closed_at IS NULL BEGIN SELECT RAISE(ABORT, 'a round goes from open to closed to reckoned'); END;
--> statement-breakpoint
CREATE TRIGGER survey_rounds_keep_all BEFORE DELETE ON survey_rounds BEGIN SELECT RAISE(ABORT, 'a round stays'); END;
--> statement-breakpoint
CREATE TRIGGER survey_results_keep_rows BEFORE UPDATE ON survey_results BEGIN SELECT RAISE(ABORT, 'survey_results is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_results_keep_all BEFORE DELETE ON survey_results BEGIN SELECT RAISE(ABORT, 'survey_results is append-only'); END;
