-- platform.activity by month. Run after the migration that creates the table, while it is empty.

drop table platform.activity;

create table platform.activity (
  id bigint generated always as identity,
  at timestamptz not null,
  account_id bigint not null,
  person_id bigint,
  space text not null,
  sandbox_id bigint,
  school_id bigint,
  day date not null,
  verb text not null,
  subject_type text not null,
  subject_id bigint,
  facts jsonb not null default '{}',
  request_id text,
  constraint activity_pkey primary key (at, id),
  constraint activity_space_is_known check (space in ('live', 'sandbox')),
  constraint activity_sandbox_when_in_sandbox check ((space = 'sandbox') = (sandbox_id is not null))
) partition by range (at);

create index activity_account_id_at_idx on platform.activity (account_id, at);
create index activity_sandbox_id_at_idx on platform.activity (sandbox_id, at) where sandbox_id is not null;
create index activity_verb_at_idx on platform.activity (verb, at);

create table platform.activity_default partition of platform.activity default;

-- Makes the partitions of this month and of `ahead` months after it, and gives how many were made. What went to
-- the default partition meanwhile is moved. Belongs to the owner: the app's roles can make partitions, but no tables.
create function app.keep_activity_partitions(ahead integer default 3) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  month timestamptz;
  partition text;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('app.keep_activity_partitions'));
  for month in select generate_series(date_trunc('month', now()), date_trunc('month', now()) + ahead * interval '1 month', '1 month') loop
    partition := format('activity_%s', to_char(month, 'YYYY_MM'));
    continue when to_regclass('platform.' || partition) is not null;
    execute format('create table platform.%I (like platform.activity including defaults including constraints)', partition);
    execute format(
      'with moved as (delete from platform.activity_default where at >= %L and at < %L returning *)
       insert into platform.%I select * from moved',
      month, month + interval '1 month', partition);
    execute format(
      'alter table platform.activity attach partition platform.%I for values from (%L) to (%L)',
      partition, month, month + interval '1 month');
    made := made + 1;
  end loop;
  return made;
end $$;

--> statement-breakpoint
revoke all on function app.keep_activity_partitions(integer) from public;
grant execute on function app.keep_activity_partitions(integer) to rehearsal_live;

-- Append-only. Rights on the parent reach every partition; none is given on partitions themselves.
revoke all on platform.activity from rehearsal_live, rehearsal_sandbox;
grant select, insert on platform.activity to rehearsal_live;
grant insert on platform.activity to rehearsal_sandbox;

select app.keep_activity_partitions();
