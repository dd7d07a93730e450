package dev.garrison.content.version;

import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShare;
import dev.garrison.share.FileVersion;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Marker that makes a folder a version. It is written last, as {@code .garrison.json}.
 *
 * @param mark the name of the manifest that owns the version
 * @param files all files except the marker, by name
 * @param versions the version information that some of these files contain, by name: for people,
 *     and to distinguish an older one from a newer
 */
public record VersionMarker(
    String mark, List<ContentFile> files, Map<String, FileVersion> versions) {
  /** The file name of a complete version's marker. */
  public static final String FILE = ".garrison.json";

  /** The marker's file name while Garrison publishes or removes the version. */
  public static final String PENDING = ".garrison.json.pending";

  /** A marker without file versions. */
  public VersionMarker(String mark, List<ContentFile> files) {
    this(mark, files, Map.of());
  }

  public VersionMarker {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    if (mark.isBlank()) {
      throw new IllegalArgumentException("a version has an owner");
    }
    files = files.stream().sorted(Comparator.comparing(ContentFile::name)).toList();
    long distinct =
        files.stream().map(file -> file.name().toLowerCase(Locale.ROOT)).distinct().count();
    if (distinct != files.size()) {
      throw new IllegalArgumentException("two files have one name on Windows");
    }
    for (ContentFile file : files) {
      if (bookkeeping(file.name()) || !withoutPart(file.name()).equals(file.name())) {
        throw new IllegalArgumentException("this name is kept for Garrison: " + file.name());
      }
    }
  }

  /** Whether both describe the same files of the same owner. */
  boolean sameAs(VersionMarker other) {
    return mark.equals(other.mark) && files.equals(other.files);
  }

  /** Bytes of all files. */
  public long size() {
    return files.stream().mapToLong(ContentFile::size).sum();
  }

  /** Whether a name is reserved for Garrison's own files. */
  static boolean bookkeeping(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith(".garrison");
  }

  /** The name of the file that a part file was to become; every other name is unchanged. */
  static String withoutPart(String name) {
    return name.endsWith(ContentShare.PART)
        ? name.substring(0, name.length() - ContentShare.PART.length())
        : name;
  }

  /** The names that are neither files of this version nor parts of them. */
  List<String> strangers(Collection<String> names) {
    Set<String> mine = files.stream().map(ContentFile::name).collect(Collectors.toSet());
    return names.stream().filter(name -> !mine.contains(withoutPart(name))).toList();
  }
}
