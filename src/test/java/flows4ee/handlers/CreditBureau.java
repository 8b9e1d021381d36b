package flows4ee.handlers;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Rates credits. */
@ApplicationScoped
public class CreditBureau {

  private static final BigDecimal SMALL = BigDecimal.valueOf(1000);

  /**
   * Returns {@code A} or {@code B}.
   *
   * @throws IllegalArgumentException when the amount is negative
   */
  public String rate(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("The amount is negative");
    }
    return amount.compareTo(SMALL) < 0 ? "A" : "B";
  }
}
