package flows4ee.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A token whose signature and claims were checked; its client's state was not.
 *
 * @param kid key that signed it
 * @param jtiHash hex SHA-256 of its {@code jti}
 * @param clientId claim {@code client_id}
 * @param expiresAt claim {@code exp}
 * @param claims all claims as read
 */
record VerifiedToken(
    String kid,
    String jtiHash,
    String clientId,
    Instant issuedAt,
    Instant expiresAt,
    Set<String> audience,
    Map<String, Object> claims) {}
