package dev.garrison.manifest;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Keys of the format that this version checks and keeps, and does nothing with. Whoever writes one
 * is told, so that nobody relies on it.
 */
public final class KeysWithoutEffect {
  /** A path with the ring's number left out, and what is missing. */
  private static final Map<String, String> KEYS =
      Map.of(
          "rings[].requireMaintenanceWindow",
          "nobody looks whether a server has a general maintenance window, and one without any"
              + " installs at the deadline, at any hour");

  private KeysWithoutEffect() {}

  /** A warning for each that stands in the file, from its top to its end. */
  public static List<Diagnostic> warnings(String file, Map<String, Integer> lines) {
    List<Diagnostic> warnings = new ArrayList<>();
    lines.entrySet().stream()
        .sorted(Comparator.comparingInt(Map.Entry::getValue))
        .forEach(place -> {
          String missing = KEYS.get(place.getKey().replaceAll("\\[[0-9]+]", "[]"));
          if (missing != null) {
            warnings.add(
                Diagnostic.warning(
                    ManifestCode.KEY_WITHOUT_EFFECT,
                    new SourceLocation(file, place.getValue()),
                    "'%s' has no effect in this version: %s.".formatted(place.getKey(), missing),
                    "Do not rely on it; see docs/manifest.md."));
          }
        });
    return warnings;
  }
}
