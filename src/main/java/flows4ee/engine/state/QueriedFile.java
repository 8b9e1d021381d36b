package flows4ee.engine.state;

import java.util.regex.Pattern;

/**
 * A file that a query returned.
 *
 * @param name 1 to 255 characters on one line
 * @param mediaType such as {@code application/pdf} or {@code text/plain; charset=UTF-8}
 */
public record QueriedFile(String name, String mediaType, byte[] content) {

  /** Most files of one query. */
  public static final int MOST_FILES = 10;

  /** Most bytes of all files of one query: 10 MiB. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TYPE = 255;
  private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]+";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(TOKEN + "/" + TOKEN + "(; ?charset=" + TOKEN + ")?");

  /**
   * A file.
   *
   * @throws QueryFailedException when name or media type are none
   */
  public QueriedFile {
    boolean isName = name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    if (!isName || name.chars().anyMatch(Character::isISOControl)) {
      throw new QueryFailedException("The query returns a file without a usable name.");
    }
    boolean isType = mediaType != null && mediaType.length() <= LONGEST_TYPE;
    if (!isType || !MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new QueryFailedException("The query returns a file without a usable media type.");
    }
  }
}
