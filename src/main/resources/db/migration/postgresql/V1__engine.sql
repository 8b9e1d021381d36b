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
  dgrm_id                 bigint not null primary key,
  dgrm_name               varchar(150) not null,
  dgrm_version            varchar(10) not null,
  dgrm_status             varchar(10) not null,
  dgrm_category           varchar(30),
  dgrm_short_description  varchar(300),
  dgrm_description        text,
  dgrm_icon               varchar(50),
  dgrm_last_update        timestamp(6) with time zone not null,
  dgrm_last_update_by     varchar(255),
  dgrm_content_hash       varchar(64) not null, -- hex SHA-256 of the content
  dgrm_content            bytea not null, -- the XML as received
  constraint flow_diagrams_name unique (dgrm_name, dgrm_version)
);
create unique index flow_diagrams_released on flow_diagrams (dgrm_name) where dgrm_status = 'released';

create table flow_processes (
  prcs_id                 bigint not null primary key,
  prcs_dgrm_id            bigint not null references flow_diagrams (dgrm_id),
  prcs_name               varchar(150) not null,
  prcs_process_bpmn_id    varchar(255),
  prcs_status             varchar(20) not null,
  prcs_init_ts            timestamp(6) with time zone not null,
  prcs_init_by            varchar(255),
  prcs_start_ts           timestamp(6) with time zone,
  prcs_complete_ts        timestamp(6) with time zone,
  prcs_due_on             timestamp(6) with time zone,
  prcs_archived_ts        timestamp(6) with time zone,
  prcs_priority           integer,
  prcs_logging_level      integer not null,
  prcs_was_altered        boolean not null,
  prcs_last_update        timestamp(6) with time zone,
  prcs_last_update_by     varchar(255)
) with (fillfactor = 80);
create index flow_processes_diagram on flow_processes (prcs_dgrm_id, prcs_status);

create table flow_subflows (
  sbfl_id                 bigint not null primary key,
  sbfl_prcs_id            bigint not null references flow_processes (prcs_id) on delete cascade,
  sbfl_dgrm_id            bigint not null,
  sbfl_sbfl_id            bigint, -- parent
  sbfl_process_level      bigint not null,
  sbfl_diagram_level      bigint not null,
  sbfl_calling_sbfl       bigint not null, -- 0 at top level
  sbfl_scope              bigint not null,
  sbfl_starting_object    varchar(255),
  sbfl_route              varchar(400),
  sbfl_last_completed     varchar(255),
  sbfl_current            varchar(255),
  sbfl_current_tag        varchar(100),
  sbfl_current_name       varchar(4000),
  sbfl_step_key           varchar(20),
  sbfl_status             varchar(20) not null,
  sbfl_became_current     timestamp(6) with time zone,
  sbfl_work_started       timestamp(6) with time zone,
  sbfl_due_on             timestamp(6) with time zone,
  sbfl_priority           integer,
  sbfl_has_events         varchar(4000), -- marks of four characters
  sbfl_is_following_ebg   boolean not null,
  sbfl_lane               varchar(255),
  sbfl_lane_name          varchar(4000),
  sbfl_lane_isrole        boolean,
  sbfl_lane_role          varchar(4000),
  sbfl_reservation        varchar(255),
  sbfl_potential_users    varchar(4000), -- colon list, as the next two
  sbfl_potential_groups   varchar(4000),
  sbfl_excluded_users     varchar(4000),
  sbfl_business_admin     varchar(4000),
  sbfl_iobj_id            varchar(255), -- iterated activity
  sbfl_iter_id            bigint,
  sbfl_loop_counter       integer,
  sbfl_loop_total         integer,
  sbfl_last_update        timestamp(6) with time zone,
  sbfl_last_update_by     varchar(255)
) with (fillfactor = 80);
create index flow_subflows_process on flow_subflows (sbfl_prcs_id);
create index flow_subflows_work on flow_subflows (sbfl_status, sbfl_priority, sbfl_due_on, sbfl_id);

create table flow_process_variables (
  prov_prcs_id            bigint not null references flow_processes (prcs_id) on delete cascade,
  prov_scope              bigint not null,
  prov_name_uc            varchar(50) not null, -- upper case
  prov_var_name           varchar(50) not null, -- as first written
  prov_var_type           varchar(30) not null,
  prov_var_vc2            varchar(4000),
  prov_var_num            numeric,
  prov_var_date           timestamp(0),
  prov_var_tstz           timestamp(6) with time zone,
  prov_var_zone           varchar(64), -- region or offset of prov_var_tstz
  prov_var_clob           text,
  prov_var_json           text,
  constraint flow_process_variables_key primary key (prov_prcs_id, prov_scope, prov_name_uc)
);

-- start subscriptions have a diagram, all others an instance and a subflow
create table flow_message_subscriptions (
  msub_id                 bigint not null primary key,
  msub_message_name       varchar(200),
  msub_key_name           varchar(200),
  msub_key_value          varchar(200),
  msub_prcs_id            bigint references flow_processes (prcs_id) on delete cascade,
  msub_sbfl_id            bigint references flow_subflows (sbfl_id) on delete cascade,
  msub_step_key           varchar(20),
  msub_dgrm_id            bigint references flow_diagrams (dgrm_id) on delete cascade,
  msub_callback           varchar(100) not null,
  msub_event_id           varchar(255) not null,
  msub_payload_var        varchar(50),
  msub_created            timestamp(6) with time zone not null
);
create unique index flow_message_subscriptions_key on flow_message_subscriptions
  (coalesce(msub_message_name, ''), coalesce(msub_key_name, ''), coalesce(msub_key_value, ''));
create index flow_message_subscriptions_process on flow_message_subscriptions (msub_prcs_id);
create index flow_message_subscriptions_subflow on flow_message_subscriptions (msub_sbfl_id);
create index flow_message_subscriptions_diagram on flow_message_subscriptions (msub_dgrm_id);

-- messages accepted and not yet handled by their step
create table flow_message_deliveries (
  mdlv_id                 bigint not null,
  mdlv_prcs_id            bigint not null references flow_processes (prcs_id) on delete cascade,
  mdlv_sbfl_id            bigint not null,
  mdlv_step_key           varchar(20),
  mdlv_event_id           varchar(255),
  mdlv_payload_var        varchar(50),
  mdlv_payload            text,
  mdlv_created            timestamp(6) with time zone not null,
  constraint flow_message_deliveries_key primary key (mdlv_prcs_id, mdlv_id)
);

create table flow_timers (
  timr_id                 bigint not null,
  timr_run                integer not null,
  timr_prcs_id            bigint not null references flow_processes (prcs_id) on delete cascade,
  timr_sbfl_id            bigint not null references flow_subflows (sbfl_id) on delete cascade,
  timr_step_key           varchar(20),
  timr_event_id           varchar(255),
  timr_type               varchar(50) not null,
  timr_created_on         timestamp(6) with time zone not null,
  timr_start_on           timestamp(6) with time zone, -- due
  timr_last_run           timestamp(6) with time zone,
  timr_repeat_every       varchar(100), -- ISO 8601 period and duration
  timr_repeat_times       integer,
  timr_status             varchar(1) not null,
  timr_claimed_by         varchar(255),
  timr_claimed_until      timestamp(6) with time zone,
  constraint flow_timers_key primary key (timr_id, timr_run)
);
create index flow_timers_process on flow_timers (timr_prcs_id);
create index flow_timers_subflow on flow_timers (timr_sbfl_id);
create index flow_timers_due on flow_timers (timr_start_on) where timr_status = 'C';

-- the call tree of an instance
create table flow_instance_diagrams (
  prdg_id                 bigint not null,
  prdg_prdg_id            bigint, -- parent
  prdg_prcs_id            bigint not null references flow_processes (prcs_id) on delete cascade,
  prdg_dgrm_id            bigint not null references flow_diagrams (dgrm_id),
  prdg_calling_dgrm       bigint,
  prdg_calling_objt       varchar(255),
  prdg_diagram_level      bigint, -- null until entered
  constraint flow_instance_diagrams_key primary key (prdg_prcs_id, prdg_id)
);
create index flow_instance_diagrams_diagram on flow_instance_diagrams (prdg_dgrm_id);

-- rounds of iterations and loops
create table flow_iterations (
  iter_id                 bigint not null,
  iter_prcs_id            bigint not null references flow_processes (prcs_id) on delete cascade,
  iter_parent_sbfl        bigint not null,
  iter_objt_id            varchar(255) not null,
  iter_loop_counter       integer not null,
  iter_input              text,
  iter_description        varchar(4000),
  iter_status             varchar(20) not null,
  constraint flow_iterations_key primary key (iter_prcs_id, iter_id)
);

-- completed objects
-- no foreign key: it would cost every step a look-up; rows are deleted with the instance
create table flow_subflow_log (
  sflg_id                 bigint generated always as identity not null,
  sflg_prcs_id            bigint not null,
  sflg_objt_id            varchar(255) not null,
  sflg_sbfl_id            bigint not null,
  sflg_step_key           varchar(20),
  sflg_dgrm_id            bigint not null,
  sflg_scope              bigint not null,
  sflg_diagram_level      bigint not null,
  sflg_iter_id            bigint,
  sflg_last_updated       timestamp(6) with time zone not null,
  sflg_matching_object    varchar(255),
  sflg_notes              varchar(4000),
  constraint flow_subflow_log_key primary key (sflg_prcs_id, sflg_id)
);

-- event logs outlive the instance
create table flow_instance_event_log (
  lgpr_id                 bigint generated always as identity not null,
  lgpr_prcs_id            bigint not null,
  lgpr_objt_id            varchar(255),
  lgpr_sbfl_id            bigint,
  lgpr_step_key           varchar(20),
  lgpr_process_level      bigint,
  lgpr_dgrm_id            bigint not null,
  lgpr_prcs_name          varchar(150),
  lgpr_business_id        varchar(4000),
  lgpr_prcs_event         varchar(30) not null,
  lgpr_severity           integer not null,
  lgpr_timestamp          timestamp(6) with time zone not null,
  lgpr_duration           bigint, -- milliseconds
  lgpr_user               varchar(255),
  lgpr_comment            varchar(2000),
  lgpr_error_info         varchar(2000),
  constraint flow_instance_event_log_key primary key (lgpr_prcs_id, lgpr_id)
);

create table flow_step_event_log (
  lgsf_id                    bigint generated always as identity not null,
  lgsf_prcs_id               bigint not null,
  lgsf_objt_id               varchar(255),
  lgsf_sbfl_id               bigint not null,
  lgsf_step_key              varchar(20),
  lgsf_sbfl_process_level    bigint not null,
  lgsf_sbfl_dgrm_id          bigint not null,
  lgsf_event                 varchar(30) not null,
  lgsf_severity              integer not null,
  lgsf_timestamp             timestamp(6) with time zone not null,
  lgsf_last_completed        varchar(255),
  lgsf_status_when_complete  varchar(20),
  lgsf_was_current           timestamp(6) with time zone,
  lgsf_started               timestamp(6) with time zone,
  lgsf_completed             timestamp(6) with time zone,
  lgsf_reservation           varchar(255),
  lgsf_due_on                timestamp(6) with time zone,
  lgsf_priority              integer,
  lgsf_user                  varchar(255),
  lgsf_comment               varchar(2000),
  constraint flow_step_event_log_key primary key (lgsf_prcs_id, lgsf_id)
);

create table flow_variable_event_log (
  lgvr_id                 bigint generated always as identity not null,
  lgvr_prcs_id            bigint not null,
  lgvr_scope              bigint not null,
  lgvr_var_name           varchar(50) not null,
  lgvr_objt_id            varchar(255),
  lgvr_sbfl_id            bigint,
  lgvr_expr_set           varchar(30),
  lgvr_timestamp          timestamp(6) with time zone not null,
  lgvr_user               varchar(255),
  lgvr_var_type           varchar(30), -- null for a deletion
  lgvr_var_vc2            varchar(4000),
  lgvr_var_num            numeric,
  lgvr_var_date           timestamp(0),
  lgvr_var_tstz           timestamp(6) with time zone,
  lgvr_var_zone           varchar(64),
  lgvr_var_clob           text,
  lgvr_var_json           text,
  constraint flow_variable_event_log_key primary key (lgvr_prcs_id, lgvr_id)
);

create table flow_diagram_event_log (
  lgfl_id                 bigint generated always as identity not null,
  lgfl_dgrm_id            bigint not null,
  lgfl_dgrm_name          varchar(150) not null,
  lgfl_dgrm_version       varchar(10) not null,
  lgfl_dgrm_status        varchar(10) not null,
  lgfl_event              varchar(50) not null,
  lgfl_timestamp          timestamp(6) with time zone not null,
  lgfl_user               varchar(255),
  lgfl_comment            varchar(2000),
  constraint flow_diagram_event_log_key primary key (lgfl_dgrm_id, lgfl_id)
);

create table flow_received_message_log (
  lgrx_id                 bigint generated always as identity not null primary key,
  lgrx_message_name       varchar(200),
  lgrx_key_name           varchar(200),
  lgrx_key_value          varchar(200),
  lgrx_payload            text,
  lgrx_prcs_id            bigint,
  lgrx_sbfl_id            bigint,
  lgrx_received_on        timestamp(6) with time zone not null,
  lgrx_was_correlated     boolean not null,
  lgrx_comment            varchar(2000)
);

-- which node runs a background job of the cluster
create table flow_job_leases (
  jobl_name               varchar(100) not null primary key,
  jobl_owner              varchar(255),
  jobl_until              timestamp(6) with time zone
);
