-- Seconds with fractions: numeric without a scale has none here.
alter table flow_process_stats alter column prst_seconds set data type numeric(38, 6);
alter table flow_process_stats alter column prst_max_seconds set data type numeric(38, 6);
alter table flow_step_stats alter column stst_seconds set data type numeric(38, 6);
alter table flow_step_stats alter column stst_max_seconds set data type numeric(38, 6);
