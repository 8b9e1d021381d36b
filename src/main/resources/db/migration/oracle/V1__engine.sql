-- Engine: diagrams, process instances with all that belongs to them, logs, leases of background jobs.

-- ids are taken in blocks of 50
create sequence flow_diagram_ids start with 1 increment by 50;
create sequence flow_process_ids start with 1 increment by 50;
create sequence flow_subflow_ids start with 1 increment by 50;
create sequence flow_timer_ids start with 1 increment by 50;
create sequence flow_subscription_ids start with 1 increment by 50;
create sequence flow_call_tree_ids start with 1 increment by 50;
create sequence flow_round_ids start with 1 increment by 50;
create sequence flow_delivery_ids start with 1 increment by 50;

create table flow_diagrams (
  dgrm_id                 number(19) not null primary key,
  dgrm_name               varchar2(150 char) not null,
  dgrm_version            varchar2(10 char) not null,
  dgrm_status             varchar2(10 char) not null,
  dgrm_category           varchar2(30 char),
  dgrm_short_description  varchar2(300 char),
  dgrm_description        clob,
  dgrm_icon               varchar2(50 char),
  dgrm_last_update        timestamp(6) with time zone not null,
  dgrm_last_update_by     varchar2(255 char),
  dgrm_content_hash       varchar2(64 char) not null, -- hex SHA-256 of the content
  dgrm_content            blob not null, -- the XML as received
  constraint flow_diagrams_name unique (dgrm_name, dgrm_version)
);
create unique index flow_diagrams_released on flow_diagrams (case when dgrm_status = 'released' then dgrm_name end);

create table flow_processes (
  prcs_id                 number(19) not null primary key,
  prcs_dgrm_id            number(19) not null references flow_diagrams (dgrm_id),
  prcs_name               varchar2(150 char) not null,
  prcs_process_bpmn_id    varchar2(255 char),
  prcs_status             varchar2(20 char) not null,
  prcs_init_ts            timestamp(6) with time zone not null,
  prcs_init_by            varchar2(255 char),
  prcs_start_ts           timestamp(6) with time zone,
  prcs_complete_ts        timestamp(6) with time zone,
  prcs_due_on             timestamp(6) with time zone,
  prcs_archived_ts        timestamp(6) with time zone,
  prcs_priority           number(10),
  prcs_logging_level      number(10) not null,
  prcs_was_altered        number(1) not null,
  prcs_last_update        timestamp(6) with time zone,
  prcs_last_update_by     varchar2(255 char)
);
create index flow_processes_diagram on flow_processes (prcs_dgrm_id, prcs_status);

create table flow_subflows (
  sbfl_id                 number(19) not null primary key,
  sbfl_prcs_id            number(19) not null references flow_processes (prcs_id) on delete cascade,
  sbfl_dgrm_id            number(19) not null,
  sbfl_sbfl_id            number(19), -- parent
  sbfl_process_level      number(19) not null,
  sbfl_diagram_level      number(19) not null,
  sbfl_calling_sbfl       number(19) not null, -- 0 at top level
  sbfl_scope              number(19) not null,
  sbfl_starting_object    varchar2(255 char),
  sbfl_route              varchar2(400 char),
  sbfl_last_completed     varchar2(255 char),
  sbfl_current            varchar2(255 char),
  sbfl_current_tag        varchar2(100 char),
  sbfl_current_name       varchar2(4000 char),
  sbfl_step_key           varchar2(20 char),
  sbfl_status             varchar2(20 char) not null,
  sbfl_became_current     timestamp(6) with time zone,
  sbfl_work_started       timestamp(6) with time zone,
  sbfl_due_on             timestamp(6) with time zone,
  sbfl_priority           number(10),
  sbfl_has_events         varchar2(4000 char), -- marks of four characters
  sbfl_is_following_ebg   number(1) not null,
  sbfl_lane               varchar2(255 char),
  sbfl_lane_name          varchar2(4000 char),
  sbfl_lane_isrole        number(1),
  sbfl_lane_role          varchar2(4000 char),
  sbfl_reservation        varchar2(255 char),
  sbfl_potential_users    varchar2(4000 char), -- colon list, as the next two
  sbfl_potential_groups   varchar2(4000 char),
  sbfl_excluded_users     varchar2(4000 char),
  sbfl_business_admin     varchar2(4000 char),
  sbfl_iobj_id            varchar2(255 char), -- iterated activity
  sbfl_iter_id            number(19),
  sbfl_loop_counter       number(10),
  sbfl_loop_total         number(10),
  sbfl_last_update        timestamp(6) with time zone,
  sbfl_last_update_by     varchar2(255 char)
);
create index flow_subflows_process on flow_subflows (sbfl_prcs_id);
create index flow_subflows_work on flow_subflows (sbfl_status, sbfl_priority, sbfl_due_on, sbfl_id);

create table flow_process_variables (
  prov_prcs_id            number(19) not null references flow_processes (prcs_id) on delete cascade,
  prov_scope              number(19) not null,
  prov_name_uc            varchar2(50 char) not null, -- upper case
  prov_var_name           varchar2(50 char) not null, -- as first written
  prov_var_type           varchar2(30 char) not null,
  prov_var_vc2            varchar2(4000 char),
  prov_var_num            number,
  prov_var_date           date,
  prov_var_tstz           timestamp(6) with time zone,
  prov_var_zone           varchar2(64 char), -- region or offset of prov_var_tstz
  prov_var_clob           clob,
  prov_var_json           clob,
  constraint flow_process_variables_key primary key (prov_prcs_id, prov_scope, prov_name_uc)
);

-- start subscriptions have a diagram, all others an instance and a subflow
create table flow_message_subscriptions (
  msub_id                 number(19) not null primary key,
  msub_message_name       varchar2(200 char),
  msub_key_name           varchar2(200 char),
  msub_key_value          varchar2(200 char),
  msub_prcs_id            number(19) references flow_processes (prcs_id) on delete cascade,
  msub_sbfl_id            number(19) references flow_subflows (sbfl_id) on delete cascade,
  msub_step_key           varchar2(20 char),
  msub_dgrm_id            number(19) references flow_diagrams (dgrm_id) on delete cascade,
  msub_callback           varchar2(100 char) not null,
  msub_event_id           varchar2(255 char) not null,
  msub_payload_var        varchar2(50 char),
  msub_created            timestamp(6) with time zone not null
);
create unique index flow_message_subscriptions_key on flow_message_subscriptions
  (coalesce(msub_message_name, chr(1)), coalesce(msub_key_name, chr(1)), coalesce(msub_key_value, chr(1)));
create index flow_message_subscriptions_process on flow_message_subscriptions (msub_prcs_id);
create index flow_message_subscriptions_subflow on flow_message_subscriptions (msub_sbfl_id);
create index flow_message_subscriptions_diagram on flow_message_subscriptions (msub_dgrm_id);

-- messages accepted and not yet handled by their step
create table flow_message_deliveries (
  mdlv_id                 number(19) not null,
  mdlv_prcs_id            number(19) not null references flow_processes (prcs_id) on delete cascade,
  mdlv_sbfl_id            number(19) not null,
  mdlv_step_key           varchar2(20 char),
  mdlv_event_id           varchar2(255 char),
  mdlv_payload_var        varchar2(50 char),
  mdlv_payload            clob,
  mdlv_created            timestamp(6) with time zone not null,
  constraint flow_message_deliveries_key primary key (mdlv_prcs_id, mdlv_id)
);

create table flow_timers (
  timr_id                 number(19) not null,
  timr_run                number(10) not null,
  timr_prcs_id            number(19) not null references flow_processes (prcs_id) on delete cascade,
  timr_sbfl_id            number(19) not null references flow_subflows (sbfl_id) on delete cascade,
  timr_step_key           varchar2(20 char),
  timr_event_id           varchar2(255 char),
  timr_type               varchar2(50 char) not null,
  timr_created_on         timestamp(6) with time zone not null,
  timr_start_on           timestamp(6) with time zone, -- due
  timr_last_run           timestamp(6) with time zone,
  timr_repeat_every       varchar2(100 char), -- ISO 8601 period and duration
  timr_repeat_times       number(10),
  timr_status             varchar2(1 char) not null,
  timr_claimed_by         varchar2(255 char),
  timr_claimed_until      timestamp(6) with time zone,
  constraint flow_timers_key primary key (timr_id, timr_run)
);
create index flow_timers_process on flow_timers (timr_prcs_id);
create index flow_timers_subflow on flow_timers (timr_sbfl_id);
create index flow_timers_due on flow_timers (timr_status, timr_start_on);

-- the call tree of an instance
create table flow_instance_diagrams (
  prdg_id                 number(19) not null,
  prdg_prdg_id            number(19), -- parent
  prdg_prcs_id            number(19) not null references flow_processes (prcs_id) on delete cascade,
  prdg_dgrm_id            number(19) not null references flow_diagrams (dgrm_id),
  prdg_calling_dgrm       number(19),
  prdg_calling_objt       varchar2(255 char),
  prdg_diagram_level      number(19), -- null until entered
  constraint flow_instance_diagrams_key primary key (prdg_prcs_id, prdg_id)
);
create index flow_instance_diagrams_diagram on flow_instance_diagrams (prdg_dgrm_id);

-- rounds of iterations and loops
create table flow_iterations (
  iter_id                 number(19) not null,
  iter_prcs_id            number(19) not null references flow_processes (prcs_id) on delete cascade,
  iter_parent_sbfl        number(19) not null,
  iter_objt_id            varchar2(255 char) not null,
  iter_loop_counter       number(10) not null,
  iter_input              clob,
  iter_description        varchar2(4000 char),
  iter_status             varchar2(20 char) not null,
  constraint flow_iterations_key primary key (iter_prcs_id, iter_id)
);

-- completed objects
-- no foreign key: it would cost every step a look-up; rows are deleted with the instance
create table flow_subflow_log (
  sflg_id                 number(19) generated always as identity not null,
  sflg_prcs_id            number(19) not null,
  sflg_objt_id            varchar2(255 char) not null,
  sflg_sbfl_id            number(19) not null,
  sflg_step_key           varchar2(20 char),
  sflg_dgrm_id            number(19) not null,
  sflg_scope              number(19) not null,
  sflg_diagram_level      number(19) not null,
  sflg_iter_id            number(19),
  sflg_last_updated       timestamp(6) with time zone not null,
  sflg_matching_object    varchar2(255 char),
  sflg_notes              varchar2(4000 char),
  constraint flow_subflow_log_key primary key (sflg_prcs_id, sflg_id)
);

-- event logs outlive the instance
create table flow_instance_event_log (
  lgpr_id                 number(19) generated always as identity not null,
  lgpr_prcs_id            number(19) not null,
  lgpr_objt_id            varchar2(255 char),
  lgpr_sbfl_id            number(19),
  lgpr_step_key           varchar2(20 char),
  lgpr_process_level      number(19),
  lgpr_dgrm_id            number(19) not null,
  lgpr_prcs_name          varchar2(150 char),
  lgpr_business_id        varchar2(4000 char),
  lgpr_prcs_event         varchar2(30 char) not null,
  lgpr_severity           number(10) not null,
  lgpr_timestamp          timestamp(6) with time zone not null,
  lgpr_duration           number(19), -- milliseconds
  lgpr_user               varchar2(255 char),
  lgpr_comment            varchar2(2000 char),
  lgpr_error_info         varchar2(2000 char),
  constraint flow_instance_event_log_key primary key (lgpr_prcs_id, lgpr_id)
);

create table flow_step_event_log (
  lgsf_id                    number(19) generated always as identity not null,
  lgsf_prcs_id               number(19) not null,
  lgsf_objt_id               varchar2(255 char),
  lgsf_sbfl_id               number(19) not null,
  lgsf_step_key              varchar2(20 char),
  lgsf_sbfl_process_level    number(19) not null,
  lgsf_sbfl_dgrm_id          number(19) not null,
  lgsf_event                 varchar2(30 char) not null,
  lgsf_severity              number(10) not null,
  lgsf_timestamp             timestamp(6) with time zone not null,
  lgsf_last_completed        varchar2(255 char),
  lgsf_status_when_complete  varchar2(20 char),
  lgsf_was_current           timestamp(6) with time zone,
  lgsf_started               timestamp(6) with time zone,
  lgsf_completed             timestamp(6) with time zone,
  lgsf_reservation           varchar2(255 char),
  lgsf_due_on                timestamp(6) with time zone,
  lgsf_priority              number(10),
  lgsf_user                  varchar2(255 char),
  lgsf_comment               varchar2(2000 char),
  constraint flow_step_event_log_key primary key (lgsf_prcs_id, lgsf_id)
);

create table flow_variable_event_log (
  lgvr_id                 number(19) generated always as identity not null,
  lgvr_prcs_id            number(19) not null,
  lgvr_scope              number(19) not null,
  lgvr_var_name           varchar2(50 char) not null,
  lgvr_objt_id            varchar2(255 char),
  lgvr_sbfl_id            number(19),
  lgvr_expr_set           varchar2(30 char),
  lgvr_timestamp          timestamp(6) with time zone not null,
  lgvr_user               varchar2(255 char),
  lgvr_var_type           varchar2(30 char), -- null for a deletion
  lgvr_var_vc2            varchar2(4000 char),
  lgvr_var_num            number,
  lgvr_var_date           date,
  lgvr_var_tstz           timestamp(6) with time zone,
  lgvr_var_zone           varchar2(64 char),
  lgvr_var_clob           clob,
  lgvr_var_json           clob,
  constraint flow_variable_event_log_key primary key (lgvr_prcs_id, lgvr_id)
);

create table flow_diagram_event_log (
  lgfl_id                 number(19) generated always as identity not null,
  lgfl_dgrm_id            number(19) not null,
  lgfl_dgrm_name          varchar2(150 char) not null,
  lgfl_dgrm_version       varchar2(10 char) not null,
  lgfl_dgrm_status        varchar2(10 char) not null,
  lgfl_event              varchar2(50 char) not null,
  lgfl_timestamp          timestamp(6) with time zone not null,
  lgfl_user               varchar2(255 char),
  lgfl_comment            varchar2(2000 char),
  constraint flow_diagram_event_log_key primary key (lgfl_dgrm_id, lgfl_id)
);

create table flow_received_message_log (
  lgrx_id                 number(19) generated always as identity not null primary key,
  lgrx_message_name       varchar2(200 char),
  lgrx_key_name           varchar2(200 char),
  lgrx_key_value          varchar2(200 char),
  lgrx_payload            clob,
  lgrx_prcs_id            number(19),
  lgrx_sbfl_id            number(19),
  lgrx_received_on        timestamp(6) with time zone not null,
  lgrx_was_correlated     number(1) not null,
  lgrx_comment            varchar2(2000 char)
);

-- which node runs a background job of the cluster
create table flow_job_leases (
  jobl_name               varchar2(100 char) not null primary key,
  jobl_owner              varchar2(255 char),
  jobl_until              timestamp(6) with time zone
);
