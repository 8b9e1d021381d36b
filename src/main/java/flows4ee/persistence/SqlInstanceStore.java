package flows4ee.persistence;

import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.InstanceStore;
import flows4ee.engine.state.ProcessInstance;
import flows4ee.engine.state.Subflow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Process instances over JDBC: one statement to lock, one to read, a batch per changed table. */
final class SqlInstanceStore implements InstanceStore {

  private static final String SELECT =
      "select "
          + ProcessTable.TABLE.columns()
          + ", (select dgrm_content_hash from flow_diagrams where dgrm_id = prcs_dgrm_id)"
          + " from flow_processes where prcs_id = ";
  private static final String THIS = "?";
  private static final String OF_SUBFLOW =
      "(select sbfl_prcs_id from flow_subflows where sbfl_id = ?)";
  private static final String SUBFLOWS =
      "select "
          + SubflowTable.TABLE.columns()
          + ", dgrm_content_hash from flow_subflows join flow_diagrams on dgrm_id = sbfl_dgrm_id"
          + " where sbfl_prcs_id = %s order by sbfl_id";
  private static final String IS_ACTIVE = " and p.prcs_status not in ('completed', 'terminated')";
  private static final String OF_DIAGRAM =
      """
      select p.prcs_id from flow_processes p where p.prcs_dgrm_id = ?%1$s
      union
      select p.prcs_id from flow_processes p
        join flow_instance_diagrams on prdg_prcs_id = p.prcs_id
       where prdg_dgrm_id = ?%1$s
       order by 1""";

  private static final String STRANDED =
      """
      select distinct prcs_id from flow_processes
        join flow_subflows on sbfl_prcs_id = prcs_id
       where sbfl_status = 'created' and sbfl_scope >= 0 and sbfl_became_current < ?
         and prcs_status in ('running', 'error')
       order by prcs_id fetch first ? rows only""";

  private final Session session;
  private final IdBlocks ids;
  private final SqlInstanceReader reader;

  SqlInstanceStore(Session session, IdBlocks ids) {
    this.session = session;
    this.ids = ids;
    this.reader = new SqlInstanceReader(session);
  }

  @Override
  public Optional<InstanceState> findLocked(long processId) {
    return findLocked(THIS, processId);
  }

  @Override
  public Optional<InstanceState> findLockedBySubflow(long subflowId) {
    return findLocked(OF_SUBFLOW, subflowId);
  }

  @Override
  public boolean exists(long processId) {
    return session.isAny("select 1 from flow_processes where prcs_id = ?", processId);
  }

  @Override
  public InstanceState create(ProcessInstance instance) {
    reader.addUnwritten(instance.id());
    return InstanceState.created(instance, Map.of(), reader);
  }

  @Override
  public void flush(InstanceState state) {
    new StateWriter(session.writes(), state).write();
    reader.removeUnwritten(state.id());
    state.settle();
  }

  @Override
  public void append(List<InstanceEvent> events) {
    LogTables.INSTANCE_EVENTS.insert(session.writes(), events);
  }

  @Override
  public void delete(long processId) {
    session.update("delete from flow_subflow_log where sflg_prcs_id = ?", processId);
    session.update("delete from flow_processes where prcs_id = ?", processId);
  }

  @Override
  public void archive(ProcessInstance instance, Instant at) {
    session.run(
        connection -> {
          new SqlInstanceArchive(connection, instance, at).write();
          return instance;
        });
  }

  @Override
  public List<Long> findByDiagram(long diagramId, boolean onlyActive) {
    String sql = OF_DIAGRAM.formatted(onlyActive ? IS_ACTIVE : "");
    return session.find(sql, RowReader::number, diagramId, diagramId);
  }

  @Override
  public List<Long> findStranded(Instant before, int limit) {
    return session.find(STRANDED, RowReader::number, before, limit);
  }

  @Override
  public long nextId(IdKind kind) {
    return ids.next(kind, session);
  }

  /** The second query sees what was committed before the first one got the lock. */
  private Optional<InstanceState> findLocked(String processId, long parameter) {
    var hashes = new HashMap<Long, String>();
    var found =
        session.find(
            new Query<>(
                SELECT + processId + " " + session.dialect().rowLock(),
                List.of(parameter),
                row -> readInstance(new RowReader(row), hashes)),
            new Query<>(
                SUBFLOWS.formatted(processId),
                List.of(parameter),
                row -> readSubflow(new RowReader(row), hashes)));
    return found.first().stream()
        .findFirst()
        .map(instance -> InstanceState.loaded(instance, found.second(), hashes, reader));
  }

  private static ProcessInstance readInstance(RowReader row, Map<Long, String> hashes)
      throws SQLException {
    var instance = ProcessTable.read(row);
    hashes.put(instance.diagramId(), row.text());
    return instance;
  }

  private static Subflow readSubflow(RowReader row, Map<Long, String> hashes) throws SQLException {
    var subflow = SubflowTable.read(row);
    hashes.put(subflow.diagramId(), row.text());
    return subflow;
  }
}
