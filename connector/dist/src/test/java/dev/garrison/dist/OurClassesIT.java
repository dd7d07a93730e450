package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Whether the compiler made our classes such that it would make them so again. */
final class OurClassesIT {
  private static final Pattern OURS =
      Pattern.compile(".*/lib/(garrison-[a-z]+|lab|mecm-scripts|wsus-catalog)-.*\\.jar");

  /**
   * javac names what it needs for {@code array[i]++}, where the array is one of Integer, after the
   * identity of an object of its own, and writes the name down.
   */
  private static final Pattern BY_CHANCE = Pattern.compile("\\$[0-9]{3,}");

  @Test
  void noNameInThemCameAboutByChance() throws IOException {
    List<String> byChance = new ArrayList<>();
    int classes = 0;
    try (ZipFile zip = new ZipFile(Distribution.windows().toFile())) {
      for (ZipEntry jar : zip.stream().filter(OurClassesIT::isOurs).toList()) {
        try (ZipInputStream entries = new ZipInputStream(zip.getInputStream(jar))) {
          for (ZipEntry entry = entries.getNextEntry();
              entry != null;
              entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".class")) {
              classes++;
              byChance.addAll(names(entry.getName(), entries.readAllBytes()));
            }
          }
        }
      }
    }
    assertThat(classes).isGreaterThan(1000);
    assertThat(byChance).isEmpty();
  }

  private static boolean isOurs(ZipEntry entry) {
    return OURS.matcher(entry.getName()).matches();
  }

  private static List<String> names(String file, byte[] content) {
    List<String> names = new ArrayList<>();
    for (PoolEntry entry : ClassFile.of().parse(content).constantPool()) {
      if (entry instanceof Utf8Entry text && BY_CHANCE.matcher(text.stringValue()).matches()) {
        names.add(file + ": " + text.stringValue());
      }
    }
    return names;
  }
}
