package flows4ee.persistence;

import jakarta.persistence.Converter;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import oracle.sql.TIMESTAMPTZ;

/**
 * Stores every {@link Instant} of an entity in a column of type timestamp with time zone, which
 * each driver hands out as a class of its own.
 */
@Converter(autoApply = true)
public final class InstantConverter
    extends DriverValueConverter<InstantConverter, Instant, Timestamp> {

  @Override
  public Timestamp convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  @Override
  Instant read(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return value instanceof TIMESTAMPTZ time ? instantOf(time) : ((Timestamp) value).toInstant();
  }

  private static Instant instantOf(TIMESTAMPTZ time) {
    try {
      return time.offsetDateTimeValue().toInstant();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
