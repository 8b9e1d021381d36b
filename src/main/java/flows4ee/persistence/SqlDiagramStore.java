package flows4ee.persistence;

import flows4ee.engine.state.DiagramStatus;
import flows4ee.engine.state.DiagramStore;
import flows4ee.engine.state.StoredDiagram;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Diagrams over JDBC. */
final class SqlDiagramStore implements DiagramStore {

  private static final Column<StoredDiagram> ID = Column.number("dgrm_id", StoredDiagram::id);
  private static final Column<StoredDiagram> CONTENT =
      Column.bytes("dgrm_content", StoredDiagram::content);
  private static final List<Column<StoredDiagram>> COLUMNS =
      List.of(
          Column.text("dgrm_name", StoredDiagram::name),
          Column.text("dgrm_version", StoredDiagram::version),
          Column.text("dgrm_status", row -> row.status().literal()),
          Column.text("dgrm_category", StoredDiagram::category),
          Column.text("dgrm_short_description", StoredDiagram::shortDescription),
          Column.text("dgrm_description", StoredDiagram::description),
          Column.text("dgrm_icon", StoredDiagram::icon),
          Column.instant("dgrm_last_update", StoredDiagram::lastUpdate),
          Column.text("dgrm_last_update_by", StoredDiagram::lastUpdateBy),
          Column.text("dgrm_content_hash", StoredDiagram::contentHash));
  private static final Table<StoredDiagram> WITHOUT_CONTENT =
      new Table<>("flow_diagrams", List.of(ID), COLUMNS);
  private static final Table<StoredDiagram> WITH_CONTENT =
      new Table<>("flow_diagrams", List.of(ID), withContent());

  private static final String SELECT = WITHOUT_CONTENT.select() + " where ";
  private static final String BY_ID = SELECT + "dgrm_id = ? ";
  private static final String BY_NAME = SELECT + "dgrm_name = ? ";
  private static final String LOG =
      """
      insert into flow_diagram_event_log
        (lgfl_dgrm_id, lgfl_dgrm_name, lgfl_dgrm_version, lgfl_dgrm_status, lgfl_event,
         lgfl_timestamp, lgfl_user, lgfl_comment)
      values (?, ?, ?, ?, ?, current_timestamp, ?, ?)""";

  private final Session session;

  SqlDiagramStore(Session session) {
    this.session = session;
  }

  @Override
  public Optional<StoredDiagram> find(long diagramId) {
    return session.findOne(BY_ID, SqlDiagramStore::read, diagramId);
  }

  @Override
  public Optional<StoredDiagram> findLocked(long diagramId) {
    return session.findOne(BY_ID + session.dialect().fullLock(), SqlDiagramStore::read, diagramId);
  }

  @Override
  public Optional<StoredDiagram> findShared(long diagramId) {
    return session.findOne(
        BY_ID + session.dialect().sharedLock(), SqlDiagramStore::read, diagramId);
  }

  @Override
  public Optional<StoredDiagram> find(String name, String version) {
    return session.findOne(BY_NAME + "and dgrm_version = ?", SqlDiagramStore::read, name, version);
  }

  @Override
  public Optional<StoredDiagram> findReleased(String name) {
    return session.findOne(BY_NAME + "and dgrm_status = 'released'", SqlDiagramStore::read, name);
  }

  @Override
  public List<StoredDiagram> findByName(String name) {
    return session.find(BY_NAME + "order by dgrm_id", SqlDiagramStore::read, name);
  }

  @Override
  public byte[] content(long diagramId) {
    return session
        .findOne(
            "select dgrm_content from flow_diagrams where dgrm_id = ?", RowReader::bytes, diagramId)
        .orElseThrow(() -> new IllegalStateException("no diagram " + diagramId));
  }

  @Override
  public void insert(StoredDiagram diagram) {
    session.insert(WITH_CONTENT, diagram);
  }

  @Override
  public void update(StoredDiagram diagram) {
    var table = diagram.content() == null ? WITHOUT_CONTENT : WITH_CONTENT;
    session.update(table, diagram);
  }

  @Override
  public void delete(long diagramId) {
    session.update("delete from flow_diagrams where dgrm_id = ?", diagramId);
  }

  @Override
  public void logEvent(StoredDiagram diagram, String event, String user, String comment) {
    session.update(
        LOG,
        diagram.id(),
        diagram.name(),
        diagram.version(),
        diagram.status().literal(),
        event,
        user,
        comment);
  }

  private static List<Column<StoredDiagram>> withContent() {
    var columns = new ArrayList<>(COLUMNS);
    columns.add(CONTENT);
    return columns;
  }

  private static StoredDiagram read(RowReader row) throws SQLException {
    return new StoredDiagram(
        row.number(),
        row.text(),
        row.text(),
        DiagramStatus.of(row.text()),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        row.instant(),
        row.text(),
        row.text(),
        null);
  }
}
