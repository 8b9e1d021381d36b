package flows4ee.persistence;

import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.InstanceReader;
import flows4ee.engine.state.IterationRound;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.Timer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the rows of instances over JDBC. An instance that was never written needs no statement. */
final class SqlInstanceReader implements InstanceReader {

  private static final String VARIABLES =
      VariableTable.TABLE.select()
          + " where prov_prcs_id = ? and prov_scope = ? order by prov_name_uc";
  private static final String ALL_VARIABLES =
      VariableTable.TABLE.select() + " where prov_prcs_id = ? order by prov_scope, prov_name_uc";
  private static final String HAS_VARIABLES =
      """
      select 1 from flow_process_variables
       where prov_prcs_id = ? and prov_scope = ? fetch first 1 rows only""";
  private static final String TIMERS =
      EventTables.TIMERS.select() + " where timr_prcs_id = ? order by timr_id, timr_run";
  private static final String SUBSCRIPTIONS =
      EventTables.SUBSCRIPTIONS.select() + " where msub_prcs_id = ? order by msub_id";
  private static final String DELIVERIES =
      EventTables.DELIVERIES.select() + " where mdlv_prcs_id = ? order by mdlv_created, mdlv_id";
  private static final String CALL_TREE =
      HistoryTables.CALL_TREE.select() + " where prdg_prcs_id = ? order by prdg_id";
  private static final String ROUNDS =
      HistoryTables.ROUNDS.select() + " where iter_prcs_id = ? order by iter_id";
  private static final String COMPLETED_STEPS =
      HistoryTables.COMPLETED_STEPS.select() + " where sflg_prcs_id = ? order by sflg_id";
  private static final String CONTENT_HASH =
      "select dgrm_content_hash from flow_diagrams where dgrm_id = ?";

  private final Session session;
  private final Set<Long> unwritten = new HashSet<>();

  SqlInstanceReader(Session session) {
    this.session = session;
  }

  /** Notes an instance that is not in the database yet. */
  void addUnwritten(long processId) {
    unwritten.add(processId);
  }

  void removeUnwritten(long processId) {
    unwritten.remove(processId);
  }

  @Override
  public Collection<ProcessVariable> variables(long processId, long scope) {
    return unwritten.contains(processId)
        ? List.of()
        : session.find(VARIABLES, VariableTable::read, processId, scope);
  }

  @Override
  public Collection<ProcessVariable> variables(long processId) {
    return rows(ALL_VARIABLES, VariableTable::read, processId);
  }

  @Override
  public boolean hasVariables(long processId, long scope) {
    return !unwritten.contains(processId) && session.isAny(HAS_VARIABLES, processId, scope);
  }

  @Override
  public Collection<Timer> timers(long processId) {
    return rows(TIMERS, EventTables::readTimer, processId);
  }

  @Override
  public Collection<MessageSubscription> subscriptions(long processId) {
    return rows(SUBSCRIPTIONS, EventTables::readSubscription, processId);
  }

  @Override
  public Collection<CallTreeEntry> callTree(long processId) {
    return rows(CALL_TREE, HistoryTables::readCallTreeEntry, processId);
  }

  @Override
  public Collection<IterationRound> rounds(long processId) {
    return rows(ROUNDS, HistoryTables::readRound, processId);
  }

  @Override
  public Collection<MessageDelivery> deliveries(long processId) {
    return rows(DELIVERIES, EventTables::readDelivery, processId);
  }

  @Override
  public List<CompletedStep> completedSteps(long processId) {
    return rows(COMPLETED_STEPS, HistoryTables::readCompletedStep, processId);
  }

  @Override
  public String contentHash(long diagramId) {
    return session
        .findOne(CONTENT_HASH, RowReader::text, diagramId)
        .orElseThrow(() -> new IllegalStateException("no diagram " + diagramId));
  }

  private <T> List<T> rows(String sql, Session.Reading<T> reading, long processId) {
    return unwritten.contains(processId) ? List.of() : session.find(sql, reading, processId);
  }
}
