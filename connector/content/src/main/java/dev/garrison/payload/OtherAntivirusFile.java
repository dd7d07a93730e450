package dev.garrison.payload;

import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.AntivirusProduct.Kind;
import dev.garrison.manifest.AntivirusProduct.Sign;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OtherAntivirus;
import dev.garrison.manifest.Ring;
import dev.garrison.share.FileSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * File with the manifest's own products and statements, for the scripts that make a server passive.
 * Inventory is old when it counts, so the server itself looks again. A line is {@code
 * service;NAME;PRODUCT;UNTIL} or {@code server;NAME;PRODUCT;UNTIL}; the script ignores a line after
 * its day. A statement that names a service is a service line, because the server can check it.
 * Lines that have ended stay in the file, so that content changes only with the manifest.
 */
public final class OtherAntivirusFile {
  /** Name of the file beside the scripts. */
  public static final String NAME = "OtherAntivirus.txt";

  private OtherAntivirusFile() {}

  /** The file; absent where no ring is passive, or nothing is to be said. */
  public static Optional<FileSource> of(Manifest manifest) {
    SortedSet<String> lines = new TreeSet<>();
    boolean passive = false;
    for (Ring ring : manifest.rings()) {
      if (ring.antivirus() == Ring.Antivirus.PASSIVE) {
        passive = true;
        ring.otherAntivirus().forEach(stated -> lines.add(line(stated)));
      }
    }
    if (passive) {
      manifest.antivirusProducts().stream()
          .filter(product -> product.sign() == Sign.SERVICE && product.kind() == Kind.ANTIVIRUS)
          .forEach(product -> lines.add(line(product)));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FileSource.of(
                NAME, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII)));
  }

  private static String line(AntivirusProduct product) {
    return "service;%s;%s;".formatted(product.name(), product.product());
  }

  private static String line(OtherAntivirus stated) {
    return stated
        .service()
        .map(service -> "service;%s;%s;%s".formatted(service, stated.product(), stated.until()))
        .orElseGet(() ->
            "server;%s;%s;%s"
                .formatted(stated.server().orElseThrow(), stated.product(), stated.until()));
  }
}
