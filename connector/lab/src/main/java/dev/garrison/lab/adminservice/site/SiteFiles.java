package dev.garrison.lab.adminservice.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Simulated sites that are part of the lab. */
public final class SiteFiles {
  private static final List<String> NAMES =
      List.of(
          "2107",
          "2107-rollup",
          "2203",
          "2207",
          "2509",
          "hierarchy",
          "mixed",
          "unready",
          "large",
          "sup",
          "wsus",
          "wsus-large");

  private SiteFiles() {}

  /** Names of the sites. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Reads a custom site.
   *
   * @throws SiteFileException if the file has a mistake
   */
  public static SiteFile read(Path file) {
    try {
      return new YAMLMapper().readValue(file.toFile(), SiteFile.class);
    } catch (JsonProcessingException e) {
      throw new SiteFileException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read the site " + file, e);
    }
  }

  /** Reads a site of the lab. */
  public static SiteFile read(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "The lab has no site '" + name + "'. It has " + String.join(", ", NAMES) + ".");
    }
    String resource = "/dev/garrison/lab/sites/" + name + ".yaml";
    try (InputStream in = SiteFiles.class.getResourceAsStream(resource)) {
      return new YAMLMapper().readValue(in, SiteFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read its site " + name, e);
    }
  }
}
