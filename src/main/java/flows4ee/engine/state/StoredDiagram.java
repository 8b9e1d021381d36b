package flows4ee.engine.state;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * A diagram as stored.
 *
 * @param contentHash SHA-256 of the content, hex; compiled models are cached under it
 * @param content the XML as bytes, as received; null when it was not read
 */
public record StoredDiagram(
    long id,
    String name,
    String version,
    DiagramStatus status,
    String category,
    String shortDescription,
    String description,
    String icon,
    Instant lastUpdate,
    String lastUpdateBy,
    String contentHash,
    byte[] content) {

  /** A copy with some components changed. */
  public StoredDiagram with(Consumer<Builder> change) {
    var builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  /** Mutable image of a row while it is changed. */
  public static final class Builder {
    public long id;
    public String name;
    public String version;
    public DiagramStatus status;
    public String category;
    public String shortDescription;
    public String description;
    public String icon;
    public Instant lastUpdate;
    public String lastUpdateBy;
    public String contentHash;
    public byte[] content;

    public Builder() {}

    Builder(StoredDiagram row) {
      id = row.id;
      name = row.name;
      version = row.version;
      status = row.status;
      category = row.category;
      shortDescription = row.shortDescription;
      description = row.description;
      icon = row.icon;
      lastUpdate = row.lastUpdate;
      lastUpdateBy = row.lastUpdateBy;
      contentHash = row.contentHash;
      content = row.content;
    }

    public StoredDiagram build() {
      return new StoredDiagram(
          id,
          name,
          version,
          status,
          category,
          shortDescription,
          description,
          icon,
          lastUpdate,
          lastUpdateBy,
          contentHash,
          content);
    }
  }
}
