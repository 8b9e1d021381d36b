-- Failed firings of a timer since its row was last changed, counted for all nodes together.
alter table flow_timers add timr_failures integer default 0 not null;
