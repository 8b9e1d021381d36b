package flows4ee.persistence;

import flows4ee.engine.DiagramSearch;
import flows4ee.engine.DiagramView;
import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads diagrams. */
final class SqlDiagramQuery {

  private static final SqlColumn ID = SqlColumn.number("dgrm_id", "dgrm_id");

  private static final SqlList<DiagramView> DIAGRAMS =
      SqlList.byId(
          """
          select dgrm_id, dgrm_name as name, dgrm_version as version, dgrm_status as status,
                 dgrm_category as category, dgrm_short_description as short_description,
                 dgrm_description as description, dgrm_icon as icon,
                 dgrm_last_update as last_update, dgrm_content_hash as content_hash""",
          "flow_diagrams",
          ID,
          List.of(
              SqlColumn.text("name", "dgrm_name"),
              SqlColumn.text("version", "dgrm_version"),
              SqlColumn.text("status", "dgrm_status"),
              SqlColumn.text("category", "dgrm_category").nullable(),
              SqlColumn.text("short_description", "dgrm_short_description").nullable(),
              SqlColumn.text("icon", "dgrm_icon").nullable(),
              SqlColumn.time("last_update", "dgrm_last_update")),
          SqlDiagramQuery::view);

  private SqlDiagramQuery() {}

  static Page<DiagramView> find(Connection connection, DiagramSearch search, PageRequest page)
      throws SQLException {
    SqlFilter filter =
        new SqlFilter()
            .containsAnyOf("dgrm_name", search.nameContains().stream().toList())
            .anyStatus("dgrm_status", search.statuses())
            .anyOf("dgrm_version", search.versions())
            .anyOf("dgrm_category", search.categories());
    return DIAGRAMS.page(connection, filter, page);
  }

  static Optional<DiagramView> find(Connection connection, long diagramId) throws SQLException {
    return DIAGRAMS.first(connection, new SqlFilter().and("dgrm_id = ?", diagramId));
  }

  static Optional<byte[]> findContent(Connection connection, long diagramId) throws SQLException {
    return SqlRows.first(
        connection,
        "select dgrm_content from flow_diagrams where dgrm_id = ?",
        List.of(diagramId),
        row -> row.getBytes(1));
  }

  private static DiagramView view(ResultSet row) throws SQLException {
    return new DiagramView(
        row.getLong("dgrm_id"),
        row.getString("name"),
        row.getString("version"),
        row.getString("status"),
        row.getString("category"),
        row.getString("short_description"),
        row.getString("description"),
        row.getString("icon"),
        SqlRows.instant(row, "last_update"),
        row.getString("content_hash"));
  }
}
