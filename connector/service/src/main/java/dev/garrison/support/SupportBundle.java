package dev.garrison.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files for a support engineer, with names replaced.
 *
 * @param files in the order of the archive
 * @param replaced number of different names of each kind that were replaced
 * @param remarks parts that could not be read, in sentences
 */
public record SupportBundle(List<File> files, Map<String, Integer> replaced, List<String> remarks) {
  public SupportBundle {
    files = List.copyOf(files);
    replaced = new TreeMap<>(replaced);
    remarks = List.copyOf(remarks);
  }

  /**
   * A file of the bundle.
   *
   * @param what description in a sentence
   */
  public record File(String name, String what, String text) {
    /** Size in bytes of UTF-8. */
    public int size() {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /**
   * Creates the archive: the same bytes for the same files and the same time.
   *
   * @param time of each file
   */
  public byte[] zip(LocalDateTime time) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (File file : files) {
        ZipEntry entry = new ZipEntry(file.name());
        entry.setTimeLocal(time.withNano(0));
        zip.putNextEntry(entry);
        zip.write(file.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
