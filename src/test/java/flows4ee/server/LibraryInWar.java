package flows4ee.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A copy of the packed application with a jar of beans in {@code WEB-INF/lib}. */
final class LibraryInWar {

  private LibraryInWar() {}

  static Path add(Class<?>[] beans, Path war, Path folder) throws IOException {
    var copy = Files.copy(war, folder.resolve(war.getFileName()));
    try (var files = FileSystems.newFileSystem(copy)) {
      Files.write(files.getPath("WEB-INF/lib/beans.jar"), jar(beans));
    }
    return copy;
  }

  private static byte[] jar(Class<?>[] beans) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new JarEntry("META-INF/beans.xml"));
      for (var bean : beans) {
        var name = bean.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var code = bean.getClassLoader().getResourceAsStream(name)) {
          code.transferTo(jar);
        }
      }
    }
    return bytes.toByteArray();
  }
}
