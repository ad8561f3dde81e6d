-- The marks of the first questionnaire may be left out from now on: they stand in survey_marks.
CREATE TABLE `__new_survey_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`room_id` text NOT NULL,
	`methodology` integer NOT NULL,
	`channel` text NOT NULL,
	`by_id` text NOT NULL,
	`comment` text NOT NULL,
	`named` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`cleanliness_expected` integer,
	`cleanliness_perceived` integer,
	`quiet_expected` integer,
	`quiet_perceived` integer,
	`warmth_expected` integer,
	`warmth_perceived` integer,
	`attentiveness_expected` integer,
	`attentiveness_perceived` integer,
	`flexibility_expected` integer,
	`flexibility_perceived` integer,
	`respect_expected` integer,
	`respect_perceived` integer,
	`all_expected` integer GENERATED ALWAYS AS (cleanliness_expected + quiet_expected + warmth_expected + attentiveness_expected + flexibility_expected + respect_expected) VIRTUAL,
	`all_perceived` integer GENERATED ALWAYS AS (cleanliness_perceived + quiet_perceived + warmth_perceived + attentiveness_perceived + flexibility_perceived + respect_perceived) VIRTUAL,
	`loyalty` integer,
	FOREIGN KEY (`round_id`) REFERENCES `survey_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_answers_in_scale" CHECK(cleanliness_expected BETWEEN 1 AND 5 AND cleanliness_perceived BETWEEN 1 AND 5 AND quiet_expected BETWEEN 1 AND 5 AND quiet_perceived BETWEEN 1 AND 5 AND warmth_expected BETWEEN 1 AND 5 AND warmth_perceived BETWEEN 1 AND 5 AND attentiveness_expected BETWEEN 1 AND 5 AND attentiveness_perceived BETWEEN 1 AND 5 AND flexibility_expected BETWEEN 1 AND 5 AND flexibility_perceived BETWEEN 1 AND 5 AND respect_expected BETWEEN 1 AND 5 AND respect_perceived BETWEEN 1 AND 5),
	CONSTRAINT "survey_answers_loyalty" CHECK(loyalty IS NULL OR loyalty BETWEEN 1 AND 5)
);
--> statement-breakpoint
INSERT INTO `__new_survey_answers` (`id`, `round_id`, `room_id`, `methodology`, `channel`, `by_id`, `comment`, `named`, `answered_at`, `cleanliness_expected`, `cleanliness_perceived`, `quiet_expected`, `quiet_perceived`, `warmth_expected`, `warmth_perceived`, `attentiveness_expected`, `attentiveness_perceived`, `flexibility_expected`, `flexibility_perceived`, `respect_expected`, `respect_perceived`, `loyalty`) SELECT `id`, `round_id`, `room_id`, `methodology`, `channel`, `by_id`, `comment`, `named`, `answered_at`, `cleanliness_expected`, `cleanliness_perceived`, `quiet_expected`, `quiet_perceived`, `warmth_expected`, `warmth_perceived`, `attentiveness_expected`, `attentiveness_perceived`, `flexibility_expected`, `flexibility_perceived`, `respect_expected`, `respect_perceived`, `loyalty` FROM `survey_answers`;
--> statement-breakpoint
DROP TABLE `survey_answers`;
--> statement-breakpoint
ALTER TABLE `__new_survey_answers` RENAME TO `survey_answers`;
--> statement-breakpoint
CREATE TABLE `survey_questions` (
	`methodology` integer NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`sides` text NOT NULL,
	`optional` integer DEFAULT false NOT NULL,
	`least` integer NOT NULL,
	`most` integer NOT NULL,
	PRIMARY KEY(`methodology`, `code`),
	CONSTRAINT "survey_questions_scale" CHECK(least <= most)
);
--> statement-breakpoint
-- What rounds have been asked by until today.
INSERT INTO `survey_questions` (`methodology`, `code`, `position`, `sides`, `optional`, `least`, `most`) VALUES (1, 'cleanliness', 1, 'both', 0, 1, 5), (1, 'quiet', 2, 'both', 0, 1, 5), (1, 'warmth', 3, 'both', 0, 1, 5), (1, 'attentiveness', 4, 'both', 0, 1, 5), (1, 'flexibility', 5, 'both', 0, 1, 5), (1, 'respect', 6, 'both', 0, 1, 5), (1, 'loyalty', 7, 'found', 1, 1, 5);
--> statement-breakpoint
CREATE TABLE `survey_marks` (
	`answer_id` text NOT NULL,
	`question` text NOT NULL,
	`expected` integer,
	`mark` integer NOT NULL,
	PRIMARY KEY(`answer_id`, `question`),
	FOREIGN KEY (`answer_id`) REFERENCES `survey_answers`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `survey_marks` (`answer_id`, `question`, `expected`, `mark`) SELECT a.id, q.code, CASE q.code WHEN 'cleanliness' THEN a.cleanliness_expected WHEN 'quiet' THEN a.quiet_expected WHEN 'warmth' THEN a.warmth_expected WHEN 'attentiveness' THEN a.attentiveness_expected WHEN 'flexibility' THEN a.flexibility_expected WHEN 'respect' THEN a.respect_expected END, CASE q.code WHEN 'cleanliness' THEN a.cleanliness_perceived WHEN 'quiet' THEN a.quiet_perceived WHEN 'warmth' THEN a.warmth_perceived WHEN 'attentiveness' THEN a.attentiveness_perceived WHEN 'flexibility' THEN a.flexibility_perceived WHEN 'respect' THEN a.respect_perceived WHEN 'loyalty' THEN a.loyalty END FROM survey_answers a JOIN survey_questions q ON q.methodology = a.methodology WHERE q.code <> 'loyalty' OR a.loyalty IS NOT NULL ORDER BY a.id, q.code;
--> statement-breakpoint
CREATE TRIGGER survey_answers_keep_rows BEFORE UPDATE OF id, round_id, room_id, methodology, channel, by_id, comment, named, answered_at ON survey_answers BEGIN SELECT RAISE(ABORT, 'survey_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_answers_keep_marks BEFORE UPDATE OF cleanliness_expected, cleanliness_perceived, quiet_expected, quiet_perceived, warmth_expected, warmth_perceived, attentiveness_expected, attentiveness_perceived, flexibility_expected, flexibility_perceived, respect_expected, respect_perceived, loyalty ON survey_answers WHEN NEW.cleanliness_expected IS NOT OLD.cleanliness_expected AND OLD.cleanliness_expected IS NOT NULL OR NEW.cleanliness_perceived IS NOT OLD.cleanliness_perceived AND OLD.cleanliness_perceived IS NOT NULL OR NEW.quiet_expected IS NOT OLD.quiet_expected AND OLD.quiet_expected IS NOT NULL OR NEW.quiet_perceived IS NOT OLD.quiet_perceived AND OLD.quiet_perceived IS NOT NULL OR NEW.warmth_expected IS NOT OLD.warmth_expected AND OLD.warmth_expected IS NOT NULL OR NEW.warmth_perceived IS NOT OLD.warmth_perceived AND OLD.warmth_perceived IS NOT NULL OR NEW.attentiveness_expected IS NOT OLD.attentiveness_expected AND OLD.attentiveness_expected IS NOT NULL OR NEW.attentiveness_perceived IS NOT OLD.attentiveness_perceived AND OLD.attentiveness_perceived IS NOT NULL OR NEW.flexibility_expected IS NOT OLD.flexibility_expected AND OLD.flexibility_expected IS NOT NULL OR NEW.flexibility_perceived IS NOT OLD.flexibility_perceived AND OLD.flexibility_perceived IS NOT NULL OR NEW.respect_expected IS NOT OLD.respect_expected AND OLD.respect_expected IS NOT NULL OR NEW.respect_perceived IS NOT OLD.respect_perceived AND OLD.respect_perceived IS NOT NULL OR NEW.loyalty IS NOT OLD.loyalty AND OLD.loyalty IS NOT NULL BEGIN SELECT RAISE(ABORT, 'survey_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_answers_keep_all BEFORE DELETE ON survey_answers BEGIN SELECT RAISE(ABORT, 'survey_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_answers_while_open BEFORE INSERT ON survey_answers WHEN (SELECT closed_at FROM survey_rounds WHERE id = NEW.round_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the round is closed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_marks_as_asked BEFORE INSERT ON survey_marks WHEN NOT EXISTS (SELECT 1 FROM survey_answers a JOIN survey_questions q ON q.methodology = a.methodology AND q.code = NEW.question WHERE a.id = NEW.answer_id AND (q.sides = 'both') = (NEW.expected IS NOT NULL) AND NEW.mark BETWEEN q.least AND q.most AND coalesce(NEW.expected, NEW.mark) BETWEEN q.least AND q.most) BEGIN SELECT RAISE(ABORT, 'this was not asked'); END;
--> statement-breakpoint
CREATE TRIGGER survey_marks_while_open BEFORE INSERT ON survey_marks WHEN (SELECT r.closed_at FROM survey_answers a JOIN survey_rounds r ON r.id = a.round_id WHERE a.id = NEW.answer_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the round is closed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_marks_keep_rows BEFORE UPDATE ON survey_marks BEGIN SELECT RAISE(ABORT, 'survey_marks is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_marks_keep_all BEFORE DELETE ON survey_marks BEGIN SELECT RAISE(ABORT, 'survey_marks is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_questions_keep_rows BEFORE UPDATE ON survey_questions BEGIN SELECT RAISE(ABORT, 'what was asked stays'); END;
--> statement-breakpoint
CREATE TRIGGER survey_questions_keep_all BEFORE DELETE ON survey_questions BEGIN SELECT RAISE(ABORT, 'what was asked stays'); END;
--> statement-breakpoint
-- An answer counts once it is whole, and was given to what the round asks.
CREATE TRIGGER survey_households_of_whole_answers BEFORE UPDATE OF answer_id ON survey_households WHEN NEW.answer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM survey_answers a JOIN survey_rounds r ON r.id = a.round_id AND r.methodology = a.methodology WHERE a.id = NEW.answer_id AND NOT EXISTS (SELECT 1 FROM survey_questions q WHERE q.methodology = a.methodology AND NOT q.optional AND NOT EXISTS (SELECT 1 FROM survey_marks m WHERE m.answer_id = a.id AND m.question = q.code))) BEGIN SELECT RAISE(ABORT, 'the answer is not whole'); END;
--> statement-breakpoint
-- The code before knows the columns alone: each of the two follows the other.
CREATE TRIGGER survey_answers_of_the_code_before AFTER INSERT ON survey_answers WHEN NEW.cleanliness_expected IS NOT NULL BEGIN INSERT INTO survey_marks (answer_id, question, expected, mark) VALUES (NEW.id, 'cleanliness', NEW.cleanliness_expected, NEW.cleanliness_perceived), (NEW.id, 'quiet', NEW.quiet_expected, NEW.quiet_perceived), (NEW.id, 'warmth', NEW.warmth_expected, NEW.warmth_perceived), (NEW.id, 'attentiveness', NEW.attentiveness_expected, NEW.attentiveness_perceived), (NEW.id, 'flexibility', NEW.flexibility_expected, NEW.flexibility_perceived), (NEW.id, 'respect', NEW.respect_expected, NEW.respect_perceived); INSERT INTO survey_marks (answer_id, question, expected, mark) SELECT NEW.id, 'loyalty', NULL, NEW.loyalty WHERE NEW.loyalty IS NOT NULL; END;
--> statement-breakpoint
CREATE TRIGGER survey_marks_for_the_code_before AFTER INSERT ON survey_marks WHEN (SELECT methodology FROM survey_answers WHERE id = NEW.answer_id) = 1 BEGIN UPDATE survey_answers SET cleanliness_expected = CASE NEW.question WHEN 'cleanliness' THEN NEW.expected ELSE cleanliness_expected END, cleanliness_perceived = CASE NEW.question WHEN 'cleanliness' THEN NEW.mark ELSE cleanliness_perceived END, quiet_expected = CASE NEW.question WHEN 'quiet' THEN NEW.expected ELSE quiet_expected END, quiet_perceived = CASE NEW.question WHEN 'quiet' THEN NEW.mark ELSE quiet_perceived END, warmth_expected = CASE NEW.question WHEN 'warmth' THEN NEW.expected ELSE warmth_expected END, warmth_perceived = CASE NEW.question WHEN 'warmth' THEN NEW.mark ELSE warmth_perceived END, attentiveness_expected = CASE NEW.question WHEN 'attentiveness' THEN NEW.expected ELSE attentiveness_expected END, attentiveness_perceived = CASE NEW.question WHEN 'attentiveness' THEN NEW.mark ELSE attentiveness_perceived END, flexibility_expected = CASE NEW.question WHEN 'flexibility' THEN NEW.expected ELSE flexibility_expected END, flexibility_perceived = CASE NEW.question WHEN 'flexibility' THEN NEW.mark ELSE flexibility_perceived END, respect_expected = CASE NEW.question WHEN 'respect' THEN NEW.expected ELSE respect_expected END, respect_perceived = CASE NEW.question WHEN 'respect' THEN NEW.mark ELSE respect_perceived END, loyalty = CASE NEW.question WHEN 'loyalty' THEN NEW.mark ELSE loyalty END WHERE id = NEW.answer_id; END;
