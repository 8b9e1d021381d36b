package flows4ee.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Row of {@code oauth_events}: one audited fact. Texts are cut to their columns; control characters
 * become blanks. Never holds secrets or tokens.
 */
@Entity
@Table(name = "oauth_events")
public class OAuthEvent {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "oauthEventIds")
  @SequenceGenerator(name = "oauthEventIds", sequenceName = "oauth_event_ids", allocationSize = 1)
  private long id;

  @Column(name = "event_at")
  private Instant at;

  @Column(name = "event")
  private String type;

  private String actor;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "ip")
  private String address;

  private String detail;

  protected OAuthEvent() {}

  public OAuthEvent(Type type, Instant at, Actor actor) {
    this.type = type.code();
    this.at = at;
    this.actor = clean(actor.name(), NAME_LENGTH);
    this.address = actor.address().orElse(null);
  }

  public OAuthEvent about(String concernedClientId) {
    clientId = clean(concernedClientId, NAME_LENGTH);
    return this;
  }

  public OAuthEvent with(String text) {
    detail = clean(text, DETAIL_LENGTH);
    return this;
  }

  private static String clean(String text, int length) {
    String printable = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
    return printable.length() <= length ? printable : printable.substring(0, length);
  }

  public Instant at() {
    return at;
  }

  public String type() {
    return type;
  }

  public String actor() {
    return actor;
  }

  public Optional<String> clientId() {
    return Optional.ofNullable(clientId);
  }

  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  /** Kinds of audited facts. */
  public enum Type {
    CLIENT_CREATED,
    UPDATED,
    ROLES_CHANGED,
    SECRET_CREATED,
    SECRET_SHOWN,
    SECRET_REVOKED,
    DISABLED,
    ENABLED,
    DELETED,
    TOKEN_ISSUED,
    TOKEN_REFUSED,
    TOKEN_REVOKED,
    KEY_ROTATED,
    CONSOLE_SIGNED_IN,
    CONSOLE_SIGN_IN_REFUSED,
    CONSOLE_SIGNED_OUT,
    CONSOLE_USER_CREATED,
    CONSOLE_USER_CHANGED,
    CONSOLE_USER_DELETED;

    /** The stored name. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
