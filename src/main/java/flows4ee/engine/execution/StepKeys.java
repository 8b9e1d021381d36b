package flows4ee.engine.execution;

import java.util.random.RandomGenerator;

/** Step keys: 10 random letters, A–Z and a–z, without meaning. */
public final class StepKeys {

  private static final int LENGTH = 10;
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final RandomGenerator random;

  /**
   * Makes a generator.
   *
   * @param random a secure generator in production
   */
  public StepKeys(RandomGenerator random) {
    this.random = random;
  }

  public String next() {
    var key = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      key.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return key.toString();
  }
}
