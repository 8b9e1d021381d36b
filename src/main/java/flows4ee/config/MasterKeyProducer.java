package flows4ee.config;

import flows4ee.oauth.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;

/**
 * Reads the master key: at least 32 bytes as base64, in {@code f4a.oauth_master_key} or in the file
 * that {@code f4a.oauth_master_key.file} names. With the embedded database a missing key is made
 * and kept in the data folder.
 */
@ApplicationScoped
public class MasterKeyProducer {

  private static final String KEY = "f4a.oauth_master_key";

  @Produces
  @Singleton
  MasterKey masterKey(SettingsReader reader, DeploymentSettings settings) {
    return keyOf(reader.secret(KEY).orElseGet(() -> ownKey(settings)));
  }

  private static String ownKey(DeploymentSettings settings) {
    if (!settings.database().isEmbedded()) {
      throw new InvalidSettingException(
          KEY, "required with f4a.datasource: 32 random bytes as base64, or " + KEY + ".file");
    }
    return PrivateFile.readOrCreateRandom(settings.dataDirectory().resolve("master.key"));
  }

  private static MasterKey keyOf(String text) {
    try {
      return new MasterKey(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(KEY, "not the base64 form of at least 32 bytes");
    }
  }
}
