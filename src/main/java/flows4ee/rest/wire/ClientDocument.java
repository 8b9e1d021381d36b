package flows4ee.rest.wire;

import flows4ee.json.JsonWriter;
import flows4ee.oauth.ClientAttributes;
import flows4ee.oauth.ClientView;
import flows4ee.oauth.ClientView.SecretView;
import flows4ee.oauth.Role;

/** An OAuth client as administrators see it; never holds a secret or its hash. */
public final class ClientDocument {

  private ClientDocument() {}

  /** Writes the item. */
  public static void write(JsonWriter out, ClientView client) {
    out.beginObject();
    members(out, client);
    out.endObject();
  }

  /**
   * Writes the item as people at the console see it: also {@code redirect_uri} and {@code
   * handover}, whether a secret waits to be shown once to the creator.
   */
  public static void writeForConsole(JsonWriter out, ClientView client) {
    out.beginObject();
    members(out, client);
    out.name("redirect_uri").value(client.attributes().redirectUri().orElse(null));
    out.name("handover").value(client.handover());
    out.endObject();
  }

  /**
   * Writes the item of a client that was just made.
   *
   * @param secret the plain secret, shown this once; null while it waits for its handover
   */
  public static void writeNew(JsonWriter out, ClientView client, String secret) {
    out.beginObject();
    members(out, client);
    if (secret != null) {
      out.name("client_secret").value(secret);
    }
    out.endObject();
  }

  /** Writes {@code id, hint, created_at, expires_at, last_used_at} into an open object. */
  public static void members(JsonWriter out, SecretView secret) {
    out.name("id").value(secret.id()).name("hint").value(secret.hint());
    out.name("created_at").value(Timestamps.format(secret.createdAt()));
    out.name("expires_at").value(Timestamps.format(secret.expiresAt().orElse(null)));
    out.name("last_used_at").value(Timestamps.format(secret.lastUsedAt().orElse(null)));
  }

  private static void members(JsonWriter out, ClientView client) {
    ClientAttributes attributes = client.attributes();
    out.name("client_id").value(client.clientId());
    out.name("name").value(attributes.name());
    out.name("owner").value(attributes.owner());
    out.name("description").value(attributes.description().orElse(null));
    out.name("support_email").value(attributes.supportEmail());
    out.name("support_uri").value(attributes.supportUri().orElse(null));
    out.name("roles").beginArray();
    Role.namesOf(client.roles()).forEach(out::value);
    out.endArray();
    out.name("managed").value(client.managed());
    out.name("disabled").value(client.disabled());
    out.name("expires_at").value(Timestamps.format(attributes.expiresAt().orElse(null)));
    out.name("token_lifetime").value(attributes.tokenLifetime().map(Long::valueOf).orElse(null));
    out.name("secrets").beginArray();
    client.secrets().forEach(secret -> write(out, secret));
    out.endArray();
    audit(out, client.audit());
  }

  private static void write(JsonWriter out, SecretView secret) {
    out.beginObject();
    members(out, secret);
    out.endObject();
  }

  private static void audit(JsonWriter out, ClientView.Audit audit) {
    out.name("created_at").value(Timestamps.format(audit.createdAt()));
    out.name("created_by").value(audit.createdBy());
    out.name("updated_at").value(Timestamps.format(audit.updatedAt()));
    out.name("updated_by").value(audit.updatedBy());
    out.name("last_used_at").value(Timestamps.format(audit.lastUsedAt().orElse(null)));
  }
}
