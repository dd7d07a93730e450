package dev.garrison.payload.onboarding.blob;

import dev.garrison.digest.Sha256;
import dev.garrison.payload.onboarding.blob.SignerTrust.Cloud;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Known signers of packages, and the roots below which they may sign. They are listed in {@code
 * config/OnboardingSigners.txt}, where each entry has its source.
 *
 * @param names of signers in lower case, and the cloud for which each signs
 * @param roots by digest
 */
public record KnownSigners(Map<String, Cloud> names, Map<Sha256, Standing> roots) {
  private static final String FILE = "OnboardingSigners.txt";

  public KnownSigners {
    names = Map.copyOf(names);
    roots = Map.copyOf(roots);
  }

  /** No known signer: only those that a manifest names count. */
  public static KnownSigners none() {
    return new KnownSigners(Map.of(), Map.of());
  }

  /** The signers packed with this version. */
  public static KnownSigners packed() {
    try (InputStream stream = KnownSigners.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("the program was built without " + FILE);
      }
      return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KnownSigners read(String text) {
    Map<String, Cloud> names = new LinkedHashMap<>();
    Map<Sha256, Standing> roots = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      String[] fields = line.split(";", -1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (fields[0].equals("name") && fields.length == 4) {
        names.put(SignerTrust.folded(fields[1]), cloud(fields[2]));
      } else if (fields[0].equals("root") && fields.length == 5) {
        roots.put(new Sha256(fields[1]), standing(fields[2]));
      } else {
        throw new IllegalArgumentException("this is neither a name nor a root: " + line);
      }
    }
    return new KnownSigners(names, roots);
  }

  private static Cloud cloud(String word) {
    return switch (word) {
      case "commercial" -> Cloud.COMMERCIAL;
      case "usGovernment" -> Cloud.US_GOVERNMENT;
      default -> throw new IllegalArgumentException("this is no cloud: " + word);
    };
  }

  private static Standing standing(String word) {
    return switch (word) {
      case "known" -> Standing.KNOWN;
      case "candidate" -> Standing.CANDIDATE;
      default -> throw new IllegalArgumentException("this is no standing: " + word);
    };
  }
}
