-- Rows of these tables come and go, so a vacuum may find nearly none. From such a table the planner concludes that every
-- way to a row costs the same, and keeps the plan while the table grows again: all of it read for one row.
-- A table that keeps its pages is never taken for an empty one.
alter table flow_subflows set (vacuum_truncate = off);
alter table flow_process_variables set (vacuum_truncate = off);
alter table flow_message_subscriptions set (vacuum_truncate = off);
alter table flow_message_deliveries set (vacuum_truncate = off);
alter table flow_timers set (vacuum_truncate = off);
-- Indexes of lists hold the id to order by it. With a condition that always holds and only lists state, no other
-- statement looks for an id in them.
drop index flow_subflows_work;
create index flow_subflows_work on flow_subflows (sbfl_status, sbfl_priority, sbfl_due_on, sbfl_id)
  where sbfl_scope >= 0;
drop index flow_subflows_recent;
create index flow_subflows_recent on flow_subflows (sbfl_became_current desc nulls first, sbfl_id desc)
  where sbfl_scope >= 0;
