package flows4ee.oauth;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Row of {@code oauth_clients}: a program that may obtain tokens, with its roles and secrets. */
@Entity
@Table(name = "oauth_clients")
public class OAuthClient {

  private static final String GRANT_TYPE = "client_credentials";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "oauthIds")
  @SequenceGenerator(name = "oauthIds", sequenceName = "oauth_ids", allocationSize = 1)
  private long id;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "client_id")
  private String clientId;

  private String description;
  private String owner;

  @Column(name = "support_email")
  private String supportEmail;

  @Column(name = "support_uri")
  private String supportUri;

  @Column(name = "redirect_uri")
  private String redirectUri;

  @Column(name = "grant_type")
  private String grantType;

  private boolean managed;
  private boolean disabled;

  @Column(name = "disabled_reason")
  private String disabledReason;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "token_lifetime")
  private Integer tokenLifetime;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "updated_by")
  private String updatedBy;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  private Instant lastUsedAt;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  @Version private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "oauth_client_roles", joinColumns = @JoinColumn(name = "client_fk"))
  @Column(name = "role_name")
  private Set<String> roles = new HashSet<>();

  @OneToMany(
      mappedBy = "client",
      fetch = FetchType.EAGER,
      cascade = CascadeType.ALL,
      orphanRemoval = true)
  @OrderBy("id")
  private List<ClientSecret> secrets = new ArrayList<>();

  protected OAuthClient() {}

  OAuthClient(String clientId, ClientAttributes attributes, Change change) {
    this.clientId = clientId;
    this.grantType = GRANT_TYPE;
    this.createdAt = change.at();
    this.createdBy = change.by();
    update(attributes, change);
  }

  void update(ClientAttributes attributes, Change change) {
    name = attributes.name();
    nameKey = nameKey(name);
    owner = attributes.owner();
    description = attributes.description().orElse(null);
    supportEmail = attributes.supportEmail();
    supportUri = attributes.supportUri().orElse(null);
    redirectUri = attributes.redirectUri().orElse(null);
    expiresAt = attributes.expiresAt().orElse(null);
    tokenLifetime = attributes.tokenLifetime().orElse(null);
    touch(change);
  }

  void manage() {
    managed = true;
  }

  void assignRoles(Set<Role> wanted, Change change) {
    roles.retainAll(Role.namesOf(wanted));
    roles.addAll(Role.namesOf(wanted));
    touch(change);
  }

  void addSecret(ClientSecret secret, Change change) {
    secret.attachTo(this);
    secrets.add(secret);
    touch(change);
  }

  void disable(String reason, Change change) {
    disabled = true;
    disabledReason = reason;
    disabledAt = change.at();
    touch(change);
  }

  void enable(Change change) {
    disabled = false;
    disabledReason = null;
    disabledAt = null;
    touch(change);
  }

  /** Leaves a tombstone that keeps old log entries readable and frees the name. */
  void delete(Change change) {
    disabled = true;
    deletedAt = change.at();
    nameKey = null;
    roles.clear();
    secrets.clear();
    touch(change);
  }

  void touch(Change change) {
    updatedAt = change.at();
    updatedBy = change.by();
  }

  static String nameKey(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The secrets that work at {@code now}, oldest first. */
  List<ClientSecret> liveSecrets(Instant now) {
    return secrets.stream()
        .filter(secret -> secret.isLive(now))
        .sorted(Comparator.comparing(ClientSecret::createdAt))
        .toList();
  }

  Optional<ClientSecret> findSecret(long secretId) {
    return secrets.stream().filter(secret -> secret.id() == secretId).findFirst();
  }

  ClientAttributes attributes() {
    return new ClientAttributes(
        name,
        owner,
        Optional.ofNullable(description),
        supportEmail,
        Optional.ofNullable(supportUri),
        Optional.ofNullable(redirectUri),
        Optional.ofNullable(expiresAt),
        Optional.ofNullable(tokenLifetime));
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String clientId() {
    return clientId;
  }

  boolean isManaged() {
    return managed;
  }

  boolean isDisabled() {
    return disabled;
  }

  Optional<String> disabledReason() {
    return Optional.ofNullable(disabledReason);
  }

  Optional<Instant> deletedAt() {
    return Optional.ofNullable(deletedAt);
  }

  Instant createdAt() {
    return createdAt;
  }

  String createdBy() {
    return createdBy;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  String updatedBy() {
    return updatedBy;
  }

  Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  int version() {
    return version;
  }

  Set<Role> roles() {
    return Role.ofNames(roles);
  }

  List<ClientSecret> secrets() {
    return List.copyOf(secrets);
  }

  /** When and by whom a row is changed. */
  record Change(Instant at, String by) {}
}
