-- Retention: archive of instances, statistics, indexes for what is old, the lease of the daily jobs.

create table flow_instance_archive (
  prar_prcs_id      bigint not null,
  prar_created      timestamp(6) with time zone not null,
  prar_prcs_name    varchar(150) not null,
  prar_business_id  varchar(4000),
  prar_document     clob not null, -- JSON
  constraint flow_instance_archive_key primary key (prar_prcs_id, prar_created)
);

-- period D day, M month, Q quarter; start is its first day
create table flow_process_stats (
  prst_dgrm_id      bigint not null,
  prst_period       varchar(1) not null,
  prst_start        date not null,
  prst_created      bigint not null,
  prst_started      bigint not null,
  prst_completed    bigint not null,
  prst_terminated   bigint not null,
  prst_seconds      numeric not null, -- from start to completion, added up
  prst_max_seconds  numeric not null,
  constraint flow_process_stats_key primary key (prst_dgrm_id, prst_period, prst_start)
);

create table flow_step_stats (
  stst_dgrm_id      bigint not null,
  stst_objt_id      varchar(255) not null,
  stst_period       varchar(1) not null,
  stst_start        date not null,
  stst_completed    bigint not null,
  stst_seconds      numeric not null, -- from becoming current to completion, added up
  stst_max_seconds  numeric not null,
  constraint flow_step_stats_key primary key (stst_dgrm_id, stst_objt_id, stst_period, stst_start)
);

-- days that were summed up
create table flow_stats_days (
  stdy_day          date not null primary key
);

create index flow_processes_ended on flow_processes (prcs_complete_ts, prcs_id);
create index flow_instance_event_log_time on flow_instance_event_log (lgpr_timestamp);
create index flow_step_event_log_time on flow_step_event_log (lgsf_timestamp);
create index flow_variable_event_log_time on flow_variable_event_log (lgvr_timestamp);
create index flow_received_message_log_time on flow_received_message_log (lgrx_received_on);

insert into flow_job_leases (jobl_name) values ('retention');
