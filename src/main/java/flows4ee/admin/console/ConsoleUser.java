package flows4ee.admin.console;

import flows4ee.oauth.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Row of {@code console_users}: a person who may sign in, with the API roles given to him. */
@Entity
@Table(name = "console_users")
public class ConsoleUser {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consoleUserIds")
  @SequenceGenerator(name = "consoleUserIds", sequenceName = "console_user_ids", allocationSize = 1)
  private long id;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean disabled;

  @Column(name = "last_login_at", insertable = false, updatable = false)
  private Instant lastLoginAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "updated_by")
  private String updatedBy;

  @Version private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "console_user_roles", joinColumns = @JoinColumn(name = "user_fk"))
  @Column(name = "role_name")
  private Set<String> roles = new HashSet<>();

  protected ConsoleUser() {}

  ConsoleUser(String name, String passwordHash, Change change) {
    this.name = name;
    this.nameKey = keyOf(name);
    this.passwordHash = passwordHash;
    this.createdAt = change.at();
    this.createdBy = change.by();
    touch(change);
  }

  /** When and by whom a row is changed. */
  record Change(Instant at, String by) {}

  /** Names that differ in case only belong to the same person. */
  public static String keyOf(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  void assignRoles(Collection<Role> given, Change change) {
    roles.clear();
    roles.addAll(Role.namesOf(given));
    touch(change);
  }

  void changePassword(String hash, Change change) {
    passwordHash = hash;
    touch(change);
  }

  void disable(Change change) {
    disabled = true;
    touch(change);
  }

  void enable(Change change) {
    disabled = false;
    touch(change);
  }

  private void touch(Change change) {
    updatedAt = change.at();
    updatedBy = change.by();
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  String passwordHash() {
    return passwordHash;
  }

  boolean isDisabled() {
    return disabled;
  }

  Set<Role> roles() {
    return Role.ofNames(roles);
  }

  Optional<Instant> lastLoginAt() {
    return Optional.ofNullable(lastLoginAt);
  }

  Instant createdAt() {
    return createdAt;
  }

  String createdBy() {
    return createdBy;
  }
}
