CREATE TABLE "platform"."activity" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "platform"."activity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"account_id" bigint NOT NULL,
	"person_id" bigint,
	"space" text NOT NULL,
	"sandbox_id" bigint,
	"school_id" bigint,
	"day" date NOT NULL,
	"verb" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" bigint,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	CONSTRAINT "activity_pkey" PRIMARY KEY("at","id"),
	CONSTRAINT "activity_space_is_known" CHECK ("platform"."activity"."space" in ('live', 'sandbox')),
	CONSTRAINT "activity_sandbox_when_in_sandbox" CHECK (("platform"."activity"."space" = 'sandbox') = ("platform"."activity"."sandbox_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "platform"."checkpoints" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."checkpoints_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sandbox_id" bigint NOT NULL,
	"name" text NOT NULL,
	"state" jsonb NOT NULL,
	"layer" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checkpoints_one_per_sandbox_and_name" UNIQUE("sandbox_id","name"),
	CONSTRAINT "checkpoints_name_is_short" CHECK (length("platform"."checkpoints"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "platform"."layers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."layers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1000000 CACHE 1),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"abandoned_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "platform"."sandboxes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."sandboxes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"template" bigint NOT NULL,
	"layer" bigint NOT NULL,
	"today" date NOT NULL,
	"persona_kind" text NOT NULL,
	"persona_id" bigint NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"previous" jsonb,
	"reset_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sandboxes_one_per_account" UNIQUE("account_id"),
	CONSTRAINT "sandboxes_one_per_layer" UNIQUE("layer"),
	CONSTRAINT "sandboxes_persona_kind_is_known" CHECK ("platform"."sandboxes"."persona_kind" in ('staff', 'guardian', 'student'))
);
--> statement-breakpoint
CREATE TABLE "platform"."scenarios" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."scenarios_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"template" bigint NOT NULL,
	"layer" bigint NOT NULL,
	"today" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scenarios_one_per_template_and_key" UNIQUE("template","key")
);
--> statement-breakpoint
CREATE TABLE "platform"."templates" (
	"space" bigint PRIMARY KEY NOT NULL,
	"school_key" text NOT NULL,
	"version" text NOT NULL,
	"name" text NOT NULL,
	"today" date NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "templates_one_per_school_and_version" UNIQUE("school_key","version")
);
--> statement-breakpoint
CREATE TABLE "platform"."account_roles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."account_roles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"role" text NOT NULL,
	"school_code" text,
	CONSTRAINT "account_roles_one_per_account_role_and_school" UNIQUE NULLS NOT DISTINCT("account_id","role","school_code"),
	CONSTRAINT "account_roles_role_is_known" CHECK ("platform"."account_roles"."role" in ('administrator', 'principal', 'clerk', 'scheduler', 'counselor', 'dean', 'teacher', 'champion', 'guardian', 'student'))
);
--> statement-breakpoint
CREATE TABLE "platform"."accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"staff_number" text,
	"password_hash" text,
	"person_kind" text,
	"person_id" bigint,
	"demo_note" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_one_per_email" UNIQUE("email"),
	CONSTRAINT "accounts_one_per_staff_number" UNIQUE("staff_number"),
	CONSTRAINT "accounts_one_per_person" UNIQUE("person_kind","person_id"),
	CONSTRAINT "accounts_email_is_lower_case" CHECK ("platform"."accounts"."email" = lower("platform"."accounts"."email")),
	CONSTRAINT "accounts_person_kind_is_known" CHECK ("platform"."accounts"."person_kind" in ('staff', 'guardian', 'student')),
	CONSTRAINT "accounts_person_is_whole" CHECK (("platform"."accounts"."person_kind" is null) = ("platform"."accounts"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "platform"."sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"address" text NOT NULL,
	"agent" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_one_per_token" UNIQUE("token_hash"),
	CONSTRAINT "sessions_expire_after_start" CHECK ("platform"."sessions"."created_at" < "platform"."sessions"."expires_at")
);
--> statement-breakpoint
CREATE TABLE "platform"."sign_in_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."sign_in_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"email_hash" "bytea" NOT NULL,
	"address" text NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "sign_in_attempts_outcome_is_known" CHECK ("platform"."sign_in_attempts"."outcome" in ('refused', 'accepted'))
);
--> statement-breakpoint
CREATE TABLE "attendance_change_requests" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"period_id" bigint NOT NULL,
	"student_id" bigint NOT NULL,
	"day" date NOT NULL,
	"code_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" bigint NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" bigint,
	CONSTRAINT "attendance_change_requests_state_is_known" CHECK ("attendance_change_requests"."state" in ('open', 'accepted', 'refused')),
	CONSTRAINT "attendance_change_requests_decided_by_someone" CHECK (("attendance_change_requests"."state" = 'open') = ("attendance_change_requests"."decided_at" is null) and ("attendance_change_requests"."decided_at" is null) = ("attendance_change_requests"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "attendance_changes" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint,
	"period_id" bigint,
	"student_id" bigint NOT NULL,
	"day" date NOT NULL,
	"field" text NOT NULL,
	"from_value" text,
	"to_value" text,
	"after_posting" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" bigint,
	"changed_by_name" text NOT NULL,
	CONSTRAINT "attendance_changes_field_is_known" CHECK ("attendance_changes"."field" in ('code', 'override', 'arrival', 'dismissal', 'note', 'day')),
	CONSTRAINT "attendance_changes_of_a_class_or_a_day" CHECK (("attendance_changes"."field" = 'day') = ("attendance_changes"."section_id" is null) and ("attendance_changes"."section_id" is null) = ("attendance_changes"."period_id" is null))
);
--> statement-breakpoint
CREATE TABLE "attendance_codes" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"excused" boolean NOT NULL,
	"scope" text NOT NULL,
	"weight" numeric(4, 3) NOT NULL,
	"key" text,
	"edfi_category" text NOT NULL,
	"sequence" integer NOT NULL,
	CONSTRAINT "attendance_codes_one_per_school_scope_and_code" UNIQUE("school_id","scope","code"),
	CONSTRAINT "attendance_codes_category_is_known" CHECK ("attendance_codes"."category" in ('present', 'absent', 'tardy', 'early-departure', 'school-function', 'in-school-suspension', 'out-of-school-suspension')),
	CONSTRAINT "attendance_codes_scope_is_known" CHECK ("attendance_codes"."scope" in ('class', 'day')),
	CONSTRAINT "attendance_codes_weight_is_a_share" CHECK ("attendance_codes"."weight" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "attendance_marks" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"period_id" bigint NOT NULL,
	"student_id" bigint NOT NULL,
	"day" date NOT NULL,
	"code_id" bigint NOT NULL,
	"override_code_id" bigint,
	"arrival_time" time,
	"dismissal_time" time,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "attendance_marks_one_per_student_day_and_period" UNIQUE("student_id","day","period_id")
);
--> statement-breakpoint
CREATE TABLE "attendance_submissions" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"period_id" bigint NOT NULL,
	"day" date NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"taken_by" bigint NOT NULL,
	"posted_at" timestamp with time zone,
	"posted_by" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "attendance_submissions_one_per_section_period_and_day" UNIQUE("section_id","period_id","day"),
	CONSTRAINT "attendance_submissions_posted_by_someone" CHECK (("attendance_submissions"."posted_at" is null) = ("attendance_submissions"."posted_by" is null))
);
--> statement-breakpoint
CREATE TABLE "daily_attendance" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"student_id" bigint NOT NULL,
	"school_id" bigint NOT NULL,
	"day" date NOT NULL,
	"code_id" bigint NOT NULL,
	"override_code_id" bigint,
	"minutes_attended" integer NOT NULL,
	"minutes_scheduled" integer NOT NULL,
	"value" numeric(4, 3) NOT NULL,
	"incomplete" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "daily_attendance_one_per_student_and_day" UNIQUE("student_id","day"),
	CONSTRAINT "daily_attendance_value_is_a_share" CHECK ("daily_attendance"."value" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"student_id" bigint NOT NULL,
	"row_number" integer NOT NULL,
	"column_number" integer NOT NULL,
	CONSTRAINT "seats_one_per_section_and_student" UNIQUE("section_id","student_id"),
	CONSTRAINT "seats_row_is_in_the_room" CHECK ("seats"."row_number" between 1 and 12),
	CONSTRAINT "seats_column_is_in_the_room" CHECK ("seats"."column_number" between 1 and 12)
);
--> statement-breakpoint
CREATE TABLE "bell_schedules" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "bell_schedules_one_per_school_and_code" UNIQUE("school_id","code")
);
--> statement-breakpoint
CREATE TABLE "bell_times" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"bell_schedule_id" bigint NOT NULL,
	"period_id" bigint NOT NULL,
	"starts_at" time NOT NULL,
	"ends_at" time NOT NULL,
	"minutes" integer NOT NULL,
	CONSTRAINT "bell_times_one_per_schedule_and_period" UNIQUE("bell_schedule_id","period_id"),
	CONSTRAINT "bell_times_end_after_start" CHECK ("bell_times"."starts_at" < "bell_times"."ends_at"),
	CONSTRAINT "bell_times_minutes_are_positive" CHECK ("bell_times"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"school_year_id" bigint NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"bell_schedule_id" bigint,
	"note" text,
	CONSTRAINT "calendar_days_one_per_school_and_day" UNIQUE("school_id","day"),
	CONSTRAINT "calendar_days_kind_is_known" CHECK ("calendar_days"."kind" in ('instructional', 'early-release', 'holiday', 'break', 'institute')),
	CONSTRAINT "calendar_days_bells_ring_when_in_session" CHECK (("calendar_days"."kind" in ('instructional', 'early-release')) = ("calendar_days"."bell_schedule_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"sequence" integer NOT NULL,
	"instructional" boolean DEFAULT true NOT NULL,
	"homeroom" boolean DEFAULT false NOT NULL,
	CONSTRAINT "periods_one_per_school_and_code" UNIQUE("school_id","code")
);
--> statement-breakpoint
CREATE TABLE "school_years" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "school_years_one_per_school_and_name" UNIQUE("school_id","name"),
	CONSTRAINT "school_years_end_after_start" CHECK ("school_years"."starts_on" < "school_years"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_year_id" bigint NOT NULL,
	"parent_id" bigint,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"sequence" integer NOT NULL,
	CONSTRAINT "terms_one_per_year_and_code" UNIQUE("school_year_id","code"),
	CONSTRAINT "terms_kind_is_known" CHECK ("terms"."kind" in ('semester', 'quarter')),
	CONSTRAINT "terms_end_after_start" CHECK ("terms"."starts_on" < "terms"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"student_id" bigint NOT NULL,
	"school_id" bigint NOT NULL,
	"school_year_id" bigint NOT NULL,
	"grade_level" integer NOT NULL,
	"entry_date" date NOT NULL,
	"entry_code" text NOT NULL,
	"exit_date" date,
	"exit_code" text,
	CONSTRAINT "enrollments_one_per_student_school_and_entry" UNIQUE("student_id","school_id","entry_date"),
	CONSTRAINT "enrollments_grade_level_is_k_to_12" CHECK ("enrollments"."grade_level" between 0 and 12),
	CONSTRAINT "enrollments_exit_after_entry" CHECK ("enrollments"."exit_date" is null or "enrollments"."entry_date" <= "enrollments"."exit_date"),
	CONSTRAINT "enrollments_exit_has_a_code" CHECK (("enrollments"."exit_date" is null) = ("enrollments"."exit_code" is null))
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"gradebook_id" bigint NOT NULL,
	"category_id" bigint NOT NULL,
	"term_id" bigint NOT NULL,
	"name" text NOT NULL,
	"column_name" text NOT NULL,
	"description" text,
	"assigned_on" date NOT NULL,
	"due_on" date NOT NULL,
	"points" numeric(8, 2) NOT NULL,
	"weight" numeric(7, 3) DEFAULT '1' NOT NULL,
	"extra_credit" boolean DEFAULT false NOT NULL,
	"never_drop" boolean DEFAULT false NOT NULL,
	"graded" boolean DEFAULT true NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assignments_one_per_book_term_and_column" UNIQUE("gradebook_id","term_id","column_name"),
	CONSTRAINT "assignments_points_not_negative" CHECK ("assignments"."points" >= 0),
	CONSTRAINT "assignments_weight_not_negative" CHECK ("assignments"."weight" >= 0),
	CONSTRAINT "assignments_due_after_assigned" CHECK ("assignments"."assigned_on" <= "assignments"."due_on"),
	CONSTRAINT "assignments_visibility_is_known" CHECK ("assignments"."visibility" in ('public', 'public-no-grades', 'private'))
);
--> statement-breakpoint
CREATE TABLE "category_term_weights" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"category_id" bigint NOT NULL,
	"term_id" bigint NOT NULL,
	"weight" numeric(7, 3) NOT NULL,
	CONSTRAINT "category_term_weights_one_per_category_and_term" UNIQUE("category_id","term_id"),
	CONSTRAINT "category_term_weights_weight_not_negative" CHECK ("category_term_weights"."weight" >= 0)
);
--> statement-breakpoint
CREATE TABLE "grade_scale_steps" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"grade_scale_id" bigint NOT NULL,
	"letter" text NOT NULL,
	"min_percent" numeric(6, 2) NOT NULL,
	CONSTRAINT "grade_scale_steps_one_per_scale_and_letter" UNIQUE("grade_scale_id","letter"),
	CONSTRAINT "grade_scale_steps_one_per_scale_and_minimum" UNIQUE("grade_scale_id","min_percent")
);
--> statement-breakpoint
CREATE TABLE "grade_scales" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"name" text NOT NULL,
	"max_percent" numeric(6, 2),
	CONSTRAINT "grade_scales_one_per_school_and_name" UNIQUE("school_id","name")
);
--> statement-breakpoint
CREATE TABLE "gradebook_categories" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"gradebook_id" bigint NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"weight" numeric(7, 3) NOT NULL,
	"default_points" numeric(8, 2) NOT NULL,
	"drop_lowest" integer DEFAULT 0 NOT NULL,
	"drop_highest" integer DEFAULT 0 NOT NULL,
	"sequence" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gradebook_categories_one_per_book_and_code" UNIQUE("gradebook_id","code"),
	CONSTRAINT "gradebook_categories_weight_not_negative" CHECK ("gradebook_categories"."weight" >= 0),
	CONSTRAINT "gradebook_categories_drops_not_negative" CHECK ("gradebook_categories"."drop_lowest" >= 0 and "gradebook_categories"."drop_highest" >= 0),
	CONSTRAINT "gradebook_categories_default_points_not_negative" CHECK ("gradebook_categories"."default_points" >= 0)
);
--> statement-breakpoint
CREATE TABLE "gradebook_sections" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"gradebook_id" bigint NOT NULL,
	"section_id" bigint NOT NULL,
	CONSTRAINT "gradebook_sections_one_book_per_section" UNIQUE("section_id")
);
--> statement-breakpoint
CREATE TABLE "gradebooks" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"grade_scale_id" bigint NOT NULL,
	"nickname" text NOT NULL,
	"average_mode" text NOT NULL,
	"weights_are" text DEFAULT 'ratio' NOT NULL,
	"drop_policy" text DEFAULT 'lowest-percentage' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gradebooks_average_mode_is_known" CHECK ("gradebooks"."average_mode" in ('total-points', 'category-total-points', 'categories-only', 'categories-and-assignments')),
	CONSTRAINT "gradebooks_weights_kind_is_known" CHECK ("gradebooks"."weights_are" in ('ratio', 'percent')),
	CONSTRAINT "gradebooks_drop_policy_is_known" CHECK ("gradebooks"."drop_policy" in ('lowest-percentage', 'best-for-student'))
);
--> statement-breakpoint
CREATE TABLE "posted_grade_changes" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"student_id" bigint NOT NULL,
	"term_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"event" text NOT NULL,
	"from_value" text,
	"to_value" text,
	"reason" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" bigint,
	"changed_by_name" text NOT NULL,
	CONSTRAINT "posted_grade_changes_kind_is_known" CHECK ("posted_grade_changes"."kind" in ('progress', 'term')),
	CONSTRAINT "posted_grade_changes_event_is_known" CHECK ("posted_grade_changes"."event" in ('updated', 'overridden', 'override-removed', 'commented', 'posted', 'reposted'))
);
--> statement-breakpoint
CREATE TABLE "posted_grades" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"student_id" bigint NOT NULL,
	"term_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"computed_percent" numeric(6, 2),
	"computed_letter" text,
	"override_percent" numeric(6, 2),
	"override_letter" text,
	"override_reason" text,
	"comment" text,
	"posted_percent" numeric(6, 2),
	"posted_letter" text,
	"posted_comment" text,
	"posted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "posted_grades_one_per_section_student_term_and_kind" UNIQUE("section_id","student_id","term_id","kind"),
	CONSTRAINT "posted_grades_kind_is_known" CHECK ("posted_grades"."kind" in ('progress', 'term')),
	CONSTRAINT "posted_grades_override_has_a_reason" CHECK ("posted_grades"."override_letter" is null or "posted_grades"."override_reason" is not null),
	CONSTRAINT "posted_grades_comment_is_short" CHECK (length("posted_grades"."comment") <= 500)
);
--> statement-breakpoint
CREATE TABLE "posting_windows" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"term_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"repost" text NOT NULL,
	CONSTRAINT "posting_windows_one_per_school_term_and_kind" UNIQUE("school_id","term_id","kind"),
	CONSTRAINT "posting_windows_kind_is_known" CHECK ("posting_windows"."kind" in ('progress', 'term')),
	CONSTRAINT "posting_windows_close_after_opening" CHECK ("posting_windows"."opens_on" <= "posting_windows"."closes_on"),
	CONSTRAINT "posting_windows_repost_rule_is_known" CHECK ("posting_windows"."repost" in ('never', 'until-close'))
);
--> statement-breakpoint
CREATE TABLE "score_changes" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"assignment_id" bigint NOT NULL,
	"student_id" bigint NOT NULL,
	"field" text NOT NULL,
	"from_value" text,
	"to_value" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" bigint,
	"changed_by_name" text NOT NULL,
	CONSTRAINT "score_changes_field_is_known" CHECK ("score_changes"."field" in ('score', 'late', 'missing', 'comment'))
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"assignment_id" bigint NOT NULL,
	"student_id" bigint NOT NULL,
	"points" numeric(8, 2),
	"special_mark_id" bigint,
	"late" boolean DEFAULT false NOT NULL,
	"missing" boolean DEFAULT false NOT NULL,
	"comment" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "scores_one_per_assignment_and_student" UNIQUE("assignment_id","student_id"),
	CONSTRAINT "scores_points_or_special_mark" CHECK ("scores"."points" is null or "scores"."special_mark_id" is null)
);
--> statement-breakpoint
CREATE TABLE "section_postings" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"term_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"columns_updated_at" timestamp with time zone,
	"posted_at" timestamp with time zone,
	"posted_by" bigint,
	"times_posted" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "section_postings_one_per_section_term_and_kind" UNIQUE("section_id","term_id","kind"),
	CONSTRAINT "section_postings_kind_is_known" CHECK ("section_postings"."kind" in ('progress', 'term')),
	CONSTRAINT "section_postings_posted_by_someone" CHECK (("section_postings"."posted_at" is null) = ("section_postings"."posted_by" is null))
);
--> statement-breakpoint
CREATE TABLE "special_marks" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"gradebook_id" bigint NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"behavior" text NOT NULL,
	"percent" numeric(6, 2),
	CONSTRAINT "special_marks_one_per_book_and_code" UNIQUE("gradebook_id","code"),
	CONSTRAINT "special_marks_behavior_is_known" CHECK ("special_marks"."behavior" in ('exempt', 'zero', 'full-points', 'fixed-percent', 'no-effect')),
	CONSTRAINT "special_marks_percent_when_fixed" CHECK (("special_marks"."behavior" = 'fixed-percent') = ("special_marks"."percent" is not null))
);
--> statement-breakpoint
CREATE TABLE "guardians" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"household_id" bigint,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"email" text,
	"phone" text,
	"home_language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "households" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"street" text NOT NULL,
	"city" text NOT NULL,
	"state" text NOT NULL,
	"postal_code" text NOT NULL,
	"phone" text,
	"home_language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"staff_number" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"title" text NOT NULL,
	CONSTRAINT "staff_one_per_staff_number" UNIQUE("staff_number")
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"staff_id" bigint NOT NULL,
	"school_id" bigint NOT NULL,
	"role" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "staff_roles_one_per_staff_school_and_role" UNIQUE("staff_id","school_id","role"),
	CONSTRAINT "staff_roles_role_is_known" CHECK ("staff_roles"."role" in ('administrator', 'principal', 'clerk', 'scheduler', 'counselor', 'dean', 'teacher', 'champion')),
	CONSTRAINT "staff_roles_end_after_start" CHECK ("staff_roles"."ends_on" is null or "staff_roles"."starts_on" <= "staff_roles"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "student_contacts" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"student_id" bigint NOT NULL,
	"guardian_id" bigint NOT NULL,
	"relationship" text NOT NULL,
	"sequence" integer NOT NULL,
	"lives_with" boolean NOT NULL,
	"has_custody" boolean NOT NULL,
	"may_pick_up" boolean NOT NULL,
	"receives_mail" boolean NOT NULL,
	"emergency" boolean NOT NULL,
	CONSTRAINT "student_contacts_one_per_student_and_guardian" UNIQUE("student_id","guardian_id"),
	CONSTRAINT "student_contacts_sequence_is_positive" CHECK ("student_contacts"."sequence" > 0)
);
--> statement-breakpoint
CREATE TABLE "student_households" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"student_id" bigint NOT NULL,
	"household_id" bigint NOT NULL,
	"is_primary" boolean NOT NULL,
	CONSTRAINT "student_households_one_per_student_and_household" UNIQUE("student_id","household_id")
);
--> statement-breakpoint
CREATE TABLE "students" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"student_number" text NOT NULL,
	"given_name" text NOT NULL,
	"middle_name" text,
	"family_name" text NOT NULL,
	"preferred_name" text,
	"gender" text NOT NULL,
	"birth_date" date NOT NULL,
	"email" text,
	CONSTRAINT "students_one_per_student_number" UNIQUE("student_number"),
	CONSTRAINT "students_gender_is_known" CHECK ("students"."gender" in ('female', 'male', 'nonbinary'))
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"subject" text NOT NULL,
	"level" text NOT NULL,
	"credits" numeric(4, 2) NOT NULL,
	CONSTRAINT "courses_one_per_school_and_code" UNIQUE("school_id","code"),
	CONSTRAINT "courses_level_is_known" CHECK ("courses"."level" in ('regular', 'honors', 'advanced-placement', 'non-credit')),
	CONSTRAINT "courses_credits_not_negative" CHECK ("courses"."credits" >= 0)
);
--> statement-breakpoint
CREATE TABLE "section_enrollments" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"student_id" bigint NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "section_enrollments_one_per_section_student_and_start" UNIQUE("section_id","student_id","starts_on"),
	CONSTRAINT "section_enrollments_end_after_start" CHECK ("section_enrollments"."ends_on" is null or "section_enrollments"."starts_on" <= "section_enrollments"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "section_periods" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"period_id" bigint NOT NULL,
	CONSTRAINT "section_periods_one_per_section_and_period" UNIQUE("section_id","period_id")
);
--> statement-breakpoint
CREATE TABLE "section_staff" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"section_id" bigint NOT NULL,
	"staff_id" bigint NOT NULL,
	"role" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "section_staff_one_per_section_and_staff" UNIQUE("section_id","staff_id"),
	CONSTRAINT "section_staff_role_is_known" CHECK ("section_staff"."role" in ('teacher-of-record', 'co-teacher', 'substitute'))
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"school_id" bigint NOT NULL,
	"course_id" bigint NOT NULL,
	"school_year_id" bigint NOT NULL,
	"term_id" bigint,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"room" text NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "sections_one_per_year_and_code" UNIQUE("school_year_id","code"),
	CONSTRAINT "sections_kind_is_known" CHECK ("sections"."kind" in ('class', 'homeroom')),
	CONSTRAINT "sections_seats_are_positive" CHECK ("sections"."seats" > 0)
);
--> statement-breakpoint
CREATE TABLE "schools" (
	"id" bigint PRIMARY KEY DEFAULT nextval('app.sis_id') NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"street" text NOT NULL,
	"city" text NOT NULL,
	"state" text NOT NULL,
	"postal_code" text NOT NULL,
	"phone" text NOT NULL,
	"time_zone" text DEFAULT 'America/Chicago' NOT NULL,
	"full_day_minutes" integer DEFAULT 300 NOT NULL,
	"half_day_minutes" integer DEFAULT 150 NOT NULL,
	"daily_attendance_from" text DEFAULT 'class' NOT NULL,
	"mixed_absence" text DEFAULT 'unexcused-wins' NOT NULL,
	"post_mode" text DEFAULT 'post' NOT NULL,
	"allow_date_change" boolean DEFAULT true NOT NULL,
	"attendance_open_days" integer DEFAULT 10 NOT NULL,
	CONSTRAINT "schools_one_per_code" UNIQUE("code"),
	CONSTRAINT "schools_level_is_known" CHECK ("schools"."level" in ('elementary', 'middle', 'high')),
	CONSTRAINT "schools_half_day_is_shorter_than_full" CHECK (0 < "schools"."half_day_minutes" and "schools"."half_day_minutes" < "schools"."full_day_minutes"),
	CONSTRAINT "schools_daily_attendance_source_is_known" CHECK ("schools"."daily_attendance_from" in ('class', 'daily')),
	CONSTRAINT "schools_mixed_absence_rule_is_known" CHECK ("schools"."mixed_absence" in ('unexcused-wins', 'excused-wins')),
	CONSTRAINT "schools_post_mode_is_known" CHECK ("schools"."post_mode" in ('no-post', 'post', 'post-once')),
	CONSTRAINT "schools_attendance_open_days_not_negative" CHECK ("schools"."attendance_open_days" >= 0)
);
--> statement-breakpoint
ALTER TABLE "platform"."checkpoints" ADD CONSTRAINT "checkpoints_sandbox_id_sandboxes_id_fk" FOREIGN KEY ("sandbox_id") REFERENCES "platform"."sandboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."sandboxes" ADD CONSTRAINT "sandboxes_template_templates_space_fk" FOREIGN KEY ("template") REFERENCES "platform"."templates"("space") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."scenarios" ADD CONSTRAINT "scenarios_template_templates_space_fk" FOREIGN KEY ("template") REFERENCES "platform"."templates"("space") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."account_roles" ADD CONSTRAINT "account_roles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "platform"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_change_requests" ADD CONSTRAINT "attendance_change_requests_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_change_requests" ADD CONSTRAINT "attendance_change_requests_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_change_requests" ADD CONSTRAINT "attendance_change_requests_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_change_requests" ADD CONSTRAINT "attendance_change_requests_code_id_attendance_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."attendance_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_change_requests" ADD CONSTRAINT "attendance_change_requests_requested_by_staff_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_change_requests" ADD CONSTRAINT "attendance_change_requests_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_changes" ADD CONSTRAINT "attendance_changes_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_changes" ADD CONSTRAINT "attendance_changes_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_changes" ADD CONSTRAINT "attendance_changes_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_changes" ADD CONSTRAINT "attendance_changes_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_codes" ADD CONSTRAINT "attendance_codes_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_code_id_attendance_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."attendance_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_override_code_id_attendance_codes_id_fk" FOREIGN KEY ("override_code_id") REFERENCES "public"."attendance_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_submissions" ADD CONSTRAINT "attendance_submissions_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_submissions" ADD CONSTRAINT "attendance_submissions_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_submissions" ADD CONSTRAINT "attendance_submissions_taken_by_staff_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_submissions" ADD CONSTRAINT "attendance_submissions_posted_by_staff_id_fk" FOREIGN KEY ("posted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_attendance" ADD CONSTRAINT "daily_attendance_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_attendance" ADD CONSTRAINT "daily_attendance_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_attendance" ADD CONSTRAINT "daily_attendance_code_id_attendance_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."attendance_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_attendance" ADD CONSTRAINT "daily_attendance_override_code_id_attendance_codes_id_fk" FOREIGN KEY ("override_code_id") REFERENCES "public"."attendance_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bell_schedules" ADD CONSTRAINT "bell_schedules_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bell_times" ADD CONSTRAINT "bell_times_bell_schedule_id_bell_schedules_id_fk" FOREIGN KEY ("bell_schedule_id") REFERENCES "public"."bell_schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bell_times" ADD CONSTRAINT "bell_times_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_school_year_id_school_years_id_fk" FOREIGN KEY ("school_year_id") REFERENCES "public"."school_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_bell_schedule_id_bell_schedules_id_fk" FOREIGN KEY ("bell_schedule_id") REFERENCES "public"."bell_schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_years" ADD CONSTRAINT "school_years_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_school_year_id_school_years_id_fk" FOREIGN KEY ("school_year_id") REFERENCES "public"."school_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_parent_id_terms_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_year_id_school_years_id_fk" FOREIGN KEY ("school_year_id") REFERENCES "public"."school_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_gradebook_id_gradebooks_id_fk" FOREIGN KEY ("gradebook_id") REFERENCES "public"."gradebooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_category_id_gradebook_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."gradebook_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_term_weights" ADD CONSTRAINT "category_term_weights_category_id_gradebook_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."gradebook_categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_term_weights" ADD CONSTRAINT "category_term_weights_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_scale_steps" ADD CONSTRAINT "grade_scale_steps_grade_scale_id_grade_scales_id_fk" FOREIGN KEY ("grade_scale_id") REFERENCES "public"."grade_scales"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_scales" ADD CONSTRAINT "grade_scales_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradebook_categories" ADD CONSTRAINT "gradebook_categories_gradebook_id_gradebooks_id_fk" FOREIGN KEY ("gradebook_id") REFERENCES "public"."gradebooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradebook_sections" ADD CONSTRAINT "gradebook_sections_gradebook_id_gradebooks_id_fk" FOREIGN KEY ("gradebook_id") REFERENCES "public"."gradebooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradebook_sections" ADD CONSTRAINT "gradebook_sections_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradebooks" ADD CONSTRAINT "gradebooks_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradebooks" ADD CONSTRAINT "gradebooks_grade_scale_id_grade_scales_id_fk" FOREIGN KEY ("grade_scale_id") REFERENCES "public"."grade_scales"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_grade_changes" ADD CONSTRAINT "posted_grade_changes_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_grade_changes" ADD CONSTRAINT "posted_grade_changes_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_grade_changes" ADD CONSTRAINT "posted_grade_changes_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_grade_changes" ADD CONSTRAINT "posted_grade_changes_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_grades" ADD CONSTRAINT "posted_grades_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_grades" ADD CONSTRAINT "posted_grades_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_grades" ADD CONSTRAINT "posted_grades_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_windows" ADD CONSTRAINT "posting_windows_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_windows" ADD CONSTRAINT "posting_windows_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_special_mark_id_special_marks_id_fk" FOREIGN KEY ("special_mark_id") REFERENCES "public"."special_marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_postings" ADD CONSTRAINT "section_postings_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_postings" ADD CONSTRAINT "section_postings_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_postings" ADD CONSTRAINT "section_postings_posted_by_staff_id_fk" FOREIGN KEY ("posted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "special_marks" ADD CONSTRAINT "special_marks_gradebook_id_gradebooks_id_fk" FOREIGN KEY ("gradebook_id") REFERENCES "public"."gradebooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_contacts" ADD CONSTRAINT "student_contacts_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_contacts" ADD CONSTRAINT "student_contacts_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_households" ADD CONSTRAINT "student_households_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_households" ADD CONSTRAINT "student_households_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_enrollments" ADD CONSTRAINT "section_enrollments_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_enrollments" ADD CONSTRAINT "section_enrollments_student_id_students_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_periods" ADD CONSTRAINT "section_periods_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_periods" ADD CONSTRAINT "section_periods_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_staff" ADD CONSTRAINT "section_staff_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_staff" ADD CONSTRAINT "section_staff_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_school_year_id_school_years_id_fk" FOREIGN KEY ("school_year_id") REFERENCES "public"."school_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_account_id_at_idx" ON "platform"."activity" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "activity_sandbox_id_at_idx" ON "platform"."activity" USING btree ("sandbox_id","at") WHERE "platform"."activity"."sandbox_id" is not null;--> statement-breakpoint
CREATE INDEX "activity_verb_at_idx" ON "platform"."activity" USING btree ("verb","at");--> statement-breakpoint
CREATE INDEX "checkpoints_layer_idx" ON "platform"."checkpoints" USING btree ("layer");--> statement-breakpoint
CREATE INDEX "layers_abandoned_at_idx" ON "platform"."layers" USING btree ("abandoned_at") WHERE "platform"."layers"."abandoned_at" is not null;--> statement-breakpoint
CREATE INDEX "sandboxes_template_idx" ON "platform"."sandboxes" USING btree ("template");--> statement-breakpoint
CREATE INDEX "scenarios_layer_idx" ON "platform"."scenarios" USING btree ("layer");--> statement-breakpoint
CREATE INDEX "sessions_account_id_idx" ON "platform"."sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_idx" ON "platform"."sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_email_hash_at_idx" ON "platform"."sign_in_attempts" USING btree ("email_hash","at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_address_at_idx" ON "platform"."sign_in_attempts" USING btree ("address","at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_at_idx" ON "platform"."sign_in_attempts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "attendance_change_requests_section_id_day_idx" ON "attendance_change_requests" USING btree ("section_id","day");--> statement-breakpoint
CREATE INDEX "attendance_change_requests_period_id_idx" ON "attendance_change_requests" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "attendance_change_requests_student_id_idx" ON "attendance_change_requests" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "attendance_change_requests_code_id_idx" ON "attendance_change_requests" USING btree ("code_id");--> statement-breakpoint
CREATE INDEX "attendance_change_requests_requested_by_idx" ON "attendance_change_requests" USING btree ("requested_by");--> statement-breakpoint
CREATE INDEX "attendance_change_requests_decided_by_idx" ON "attendance_change_requests" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "attendance_changes_section_id_day_idx" ON "attendance_changes" USING btree ("section_id","day");--> statement-breakpoint
CREATE INDEX "attendance_changes_student_id_day_idx" ON "attendance_changes" USING btree ("student_id","day");--> statement-breakpoint
CREATE INDEX "attendance_changes_period_id_idx" ON "attendance_changes" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "attendance_changes_changed_by_idx" ON "attendance_changes" USING btree ("changed_by");--> statement-breakpoint
CREATE INDEX "attendance_marks_section_id_day_idx" ON "attendance_marks" USING btree ("section_id","day");--> statement-breakpoint
CREATE INDEX "attendance_marks_period_id_idx" ON "attendance_marks" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "attendance_marks_code_id_idx" ON "attendance_marks" USING btree ("code_id");--> statement-breakpoint
CREATE INDEX "attendance_marks_override_code_id_idx" ON "attendance_marks" USING btree ("override_code_id");--> statement-breakpoint
CREATE INDEX "attendance_submissions_period_id_day_idx" ON "attendance_submissions" USING btree ("period_id","day");--> statement-breakpoint
CREATE INDEX "attendance_submissions_taken_by_idx" ON "attendance_submissions" USING btree ("taken_by");--> statement-breakpoint
CREATE INDEX "attendance_submissions_posted_by_idx" ON "attendance_submissions" USING btree ("posted_by");--> statement-breakpoint
CREATE INDEX "daily_attendance_school_id_day_idx" ON "daily_attendance" USING btree ("school_id","day");--> statement-breakpoint
CREATE INDEX "daily_attendance_code_id_idx" ON "daily_attendance" USING btree ("code_id");--> statement-breakpoint
CREATE INDEX "daily_attendance_override_code_id_idx" ON "daily_attendance" USING btree ("override_code_id");--> statement-breakpoint
CREATE INDEX "seats_student_id_idx" ON "seats" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "bell_times_period_id_idx" ON "bell_times" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "calendar_days_school_year_id_idx" ON "calendar_days" USING btree ("school_year_id");--> statement-breakpoint
CREATE INDEX "calendar_days_bell_schedule_id_idx" ON "calendar_days" USING btree ("bell_schedule_id");--> statement-breakpoint
CREATE INDEX "terms_parent_id_idx" ON "terms" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "enrollments_school_id_idx" ON "enrollments" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "enrollments_school_year_id_idx" ON "enrollments" USING btree ("school_year_id");--> statement-breakpoint
CREATE INDEX "assignments_category_id_idx" ON "assignments" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "assignments_term_id_idx" ON "assignments" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "category_term_weights_term_id_idx" ON "category_term_weights" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "gradebook_sections_gradebook_id_idx" ON "gradebook_sections" USING btree ("gradebook_id");--> statement-breakpoint
CREATE INDEX "gradebooks_school_id_idx" ON "gradebooks" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "gradebooks_grade_scale_id_idx" ON "gradebooks" USING btree ("grade_scale_id");--> statement-breakpoint
CREATE INDEX "posted_grade_changes_section_id_term_id_idx" ON "posted_grade_changes" USING btree ("section_id","term_id");--> statement-breakpoint
CREATE INDEX "posted_grade_changes_student_id_idx" ON "posted_grade_changes" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "posted_grade_changes_term_id_idx" ON "posted_grade_changes" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "posted_grade_changes_changed_by_idx" ON "posted_grade_changes" USING btree ("changed_by");--> statement-breakpoint
CREATE INDEX "posted_grades_student_id_idx" ON "posted_grades" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "posted_grades_term_id_idx" ON "posted_grades" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "posting_windows_term_id_idx" ON "posting_windows" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "score_changes_assignment_id_student_id_idx" ON "score_changes" USING btree ("assignment_id","student_id");--> statement-breakpoint
CREATE INDEX "score_changes_student_id_idx" ON "score_changes" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "score_changes_changed_by_idx" ON "score_changes" USING btree ("changed_by");--> statement-breakpoint
CREATE INDEX "scores_student_id_idx" ON "scores" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "scores_special_mark_id_idx" ON "scores" USING btree ("special_mark_id");--> statement-breakpoint
CREATE INDEX "section_postings_term_id_idx" ON "section_postings" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "section_postings_posted_by_idx" ON "section_postings" USING btree ("posted_by");--> statement-breakpoint
CREATE INDEX "guardians_household_id_idx" ON "guardians" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "staff_roles_school_id_idx" ON "staff_roles" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "student_contacts_guardian_id_idx" ON "student_contacts" USING btree ("guardian_id");--> statement-breakpoint
CREATE INDEX "student_households_household_id_idx" ON "student_households" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "section_enrollments_student_id_idx" ON "section_enrollments" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "section_periods_period_id_idx" ON "section_periods" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "section_staff_staff_id_idx" ON "section_staff" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "sections_school_id_idx" ON "sections" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "sections_course_id_idx" ON "sections" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "sections_term_id_idx" ON "sections" USING btree ("term_id");