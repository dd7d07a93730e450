package dev.garrison.lab.adminservice.content;

import dev.garrison.lab.adminservice.digest.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hash of each content as the site took it in, by content id. A client refuses content that differs
 * from it. SHA-256 over each file in the order of the names: its name, a zero byte, and its bytes.
 */
final class ContentHashes {
  private final Map<String, String> hashes = new TreeMap<>();

  /** Keeps the hash of a content when the first distribution point gets it. */
  void take(Digest.Content content, Path folder) {
    hashes.computeIfAbsent(content.id(), _ -> hash(content, folder));
  }

  Optional<String> of(String contentId) {
    return Optional.ofNullable(hashes.get(contentId));
  }

  private static String hash(Digest.Content content, Path folder) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String name : new TreeMap<>(content.files()).keySet()) {
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(Files.readAllBytes(SourceShares.below(folder, name)));
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
