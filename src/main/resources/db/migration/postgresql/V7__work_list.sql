-- The newest steps first, without sorting all.
create index flow_subflows_recent on flow_subflows (sbfl_became_current desc nulls first, sbfl_id desc);
