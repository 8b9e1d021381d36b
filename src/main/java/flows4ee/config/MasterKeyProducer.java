package flows4ee.config;

import flows4ee.oauth.MasterKey;
import flows4ee.oauth.PrivateFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

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
    boolean isEmbedded = settings.database().isEmbedded();
    return read(reader, Optional.of(settings.dataDirectory()).filter(folder -> isEmbedded));
  }

  /**
   * Reads the key.
   *
   * @param dataDirectory folder of the embedded database, if that is used
   * @throws InvalidSettingException when there is no key and none can be made
   */
  static MasterKey read(SettingsReader reader, Optional<Path> dataDirectory) {
    return keyOf(
        reader
            .secret(KEY)
            .or(() -> dataDirectory.map(MasterKeyProducer::ownKey))
            .orElseThrow(MasterKeyProducer::missing));
  }

  private static String ownKey(Path dataDirectory) {
    return PrivateFile.readOrCreateRandom(dataDirectory.resolve("master.key"));
  }

  private static InvalidSettingException missing() {
    return new InvalidSettingException(
        KEY, "required with f4a.datasource: 32 random bytes as base64, or " + KEY + ".file");
  }

  private static MasterKey keyOf(String text) {
    try {
      return new MasterKey(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(KEY, "not the base64 form of at least 32 bytes");
    }
  }
}
