package flows4ee.persistence;

import jakarta.persistence.AttributeConverter;

/**
 * A converter whose reading side takes whatever class a driver hands out for a column. The declared
 * column class {@code Y} decides how null is written; erased here, it is not checked on reading.
 *
 * <p>The provider finds the two classes by their place among the type arguments of the converter,
 * so {@code S} stands before them.
 *
 * @param <S> the converter itself
 * @param <X> class of the attribute
 * @param <Y> class that is written
 */
abstract class DriverValueConverter<S, X, Y> implements AttributeConverter<X, Y> {

  @Override
  public final X convertToEntityAttribute(Y value) {
    return value == null ? null : read(value);
  }

  /** The attribute for a value as the driver gave it. */
  abstract X read(Object value);
}
