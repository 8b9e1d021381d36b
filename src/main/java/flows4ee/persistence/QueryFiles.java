package flows4ee.persistence;

import flows4ee.engine.state.QueriedFile;
import flows4ee.engine.state.QueryFailedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the files that a query returns: file name, media type, content. A binary content is taken
 * as it is, a text as UTF-8. At most 10 files with 10 MiB together.
 */
final class QueryFiles {

  private static final int COLUMNS = 3;
  private static final int BUFFER = 8192;
  private static final byte[] NOTHING = {};
  private static final String NO_TYPE = "application/octet-stream";

  private final List<QueriedFile> found = new ArrayList<>();
  private int left = QueriedFile.MOST_BYTES;

  private QueryFiles() {}

  static List<QueriedFile> read(ResultSet rows) throws SQLException {
    if (rows.getMetaData().getColumnCount() != COLUMNS) {
      throw new QueryFailedException("The query returns other than name, media type and content.");
    }
    var files = new QueryFiles();
    while (rows.next()) {
      files.add(rows);
    }
    return files.found;
  }

  private void add(ResultSet rows) throws SQLException {
    if (found.size() == QueriedFile.MOST_FILES) {
      throw new QueryFailedException(
          "The query returns more than " + QueriedFile.MOST_FILES + " files.");
    }
    String name = rows.getString(1);
    String mediaType = rows.getString(2);
    boolean isBinary = QueryValues.isBinary(rows.getMetaData(), COLUMNS);
    byte[] content = isBinary ? bytes(rows) : text(rows);
    left -= content.length;
    found.add(new QueriedFile(name, mediaType(mediaType, isBinary), content));
  }

  private static String mediaType(String given, boolean isBinary) {
    if (given == null) {
      return NO_TYPE;
    }
    boolean isText = given.startsWith("text/") && !given.contains(";");
    return isText && !isBinary ? given + "; charset=UTF-8" : given;
  }

  private byte[] bytes(ResultSet rows) throws SQLException {
    try (var content = rows.getBinaryStream(COLUMNS)) {
      return content == null ? NOTHING : bounded(content.readNBytes(left + 1));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private byte[] text(ResultSet rows) throws SQLException {
    try (var content = rows.getCharacterStream(COLUMNS)) {
      return content == null ? NOTHING : bounded(utf8(content));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The beginning of a text; what is too long is so in bytes as well. */
  private byte[] utf8(Reader content) throws IOException {
    var text = new StringBuilder();
    var part = new char[BUFFER];
    for (int read = content.read(part); read >= 0; read = content.read(part)) {
      text.append(part, 0, read);
      if (text.length() > left) {
        break;
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bounded(byte[] content) {
    if (content.length > left) {
      throw new QueryFailedException(
          "The query returns files of more than " + QueriedFile.MOST_BYTES + " bytes.");
    }
    return content;
  }

  private static QueryFailedException unreadable(IOException cause) {
    return new QueryFailedException("The database did not hand a file over.", cause);
  }
}
