package flows4ee.config;

/** A deployment setting has a value the application cannot work with; the message names its key. */
public final class InvalidSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String key, String expected, String found) {
    super("Setting " + key + ": expected " + expected + ", found '" + found + "'");
  }

  public InvalidSettingException(String key, String problem) {
    super("Setting " + key + ": " + problem);
  }
}
