CREATE TRIGGER complaints_keep_order_of_states BEFORE UPDATE OF state ON complaints WHEN NOT (OLD.state || '>' || NEW.state IN ('registered>judged', 'judged>investigated', 'investigated>assigned', 'assigned>planned', 'planned>replied', 'replied>revisited', 'replied>reopened', 'revisited>closed', 'revisited>reopened', 'closed>reopened', 'reopened>investigated', 'reopened>planned')) BEGIN SELECT RAISE(ABORT, 'a complaint goes through its steps in order'); END;
--> statement-breakpoint
CREATE TRIGGER complaints_keep_first_receiver BEFORE UPDATE OF first_receiver_id ON complaints WHEN OLD.first_receiver_id IS NOT NULL AND NEW.first_receiver_id IS NOT OLD.first_receiver_id BEGIN SELECT RAISE(ABORT, 'the first receiver stays answerable'); END;
--> statement-breakpoint
CREATE TRIGGER complaints_keep_origin BEFORE UPDATE OF id, number, project_id, text, channel, registered_at, registered_on, registered_by, previous_id ON complaints BEGIN SELECT RAISE(ABORT, 'what was registered is not edited'); END;
--> statement-breakpoint
CREATE TRIGGER complaints_keep_all BEFORE DELETE ON complaints BEGIN SELECT RAISE(ABORT, 'a complaint is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_counters_count_up BEFORE UPDATE ON complaint_counters WHEN NEW.on_day <> OLD.on_day OR NEW.last <> OLD.last + 1 BEGIN SELECT RAISE(ABORT, 'complaint numbers follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_counters_keep_all BEFORE DELETE ON complaint_counters BEGIN SELECT RAISE(ABORT, 'complaint numbers follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_steps_keep_rows BEFORE UPDATE ON complaint_steps BEGIN SELECT RAISE(ABORT, 'complaint_steps is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_steps_keep_all BEFORE DELETE ON complaint_steps BEGIN SELECT RAISE(ABORT, 'complaint_steps is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_revisits_keep_rows BEFORE UPDATE ON complaint_revisits BEGIN SELECT RAISE(ABORT, 'complaint_revisits is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_revisits_keep_all BEFORE DELETE ON complaint_revisits BEGIN SELECT RAISE(ABORT, 'complaint_revisits is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_raises_keep_rows BEFORE UPDATE ON complaint_raises BEGIN SELECT RAISE(ABORT, 'complaint_raises is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_raises_keep_all BEFORE DELETE ON complaint_raises BEGIN SELECT RAISE(ABORT, 'complaint_raises is append-only'); END;
