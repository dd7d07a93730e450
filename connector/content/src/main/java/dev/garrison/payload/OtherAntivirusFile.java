package dev.garrison.payload;

import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.AntivirusProduct.Kind;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OtherAntivirus;
import dev.garrison.manifest.Ring;
import dev.garrison.share.FileSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * File with the manifest's own products and statements, for the scripts on servers. Inventory is
 * old when it counts, so the server itself looks again. A line is {@code
 * service|program|server;NAME;PRODUCT;antivirus|sensor;UNTIL}: first the products, in their order,
 * because the first that fits a name tells its kind, then the statements of passive rings. A
 * statement that names a service is a service line, because the server can check it. It does not
 * count as protection after its day; it stays in the file, so that content changes only with the
 * manifest. The last line, {@code lines;N}, gives the number of the others, so that a script
 * notices a file that was cut off.
 */
public final class OtherAntivirusFile {
  /** Name of the file beside the scripts. */
  public static final String NAME = "OtherAntivirus.txt";

  private OtherAntivirusFile() {}

  /** The file; absent where nothing is to be said. */
  public static Optional<FileSource> of(Manifest manifest) {
    Set<String> lines = new LinkedHashSet<>();
    manifest.antivirusProducts().forEach(product -> lines.add(line(product)));
    manifest.rings().stream()
        .filter(ring -> ring.antivirus() == Ring.Antivirus.PASSIVE)
        .flatMap(ring -> ring.otherAntivirus().stream())
        .map(OtherAntivirusFile::line)
        .sorted()
        .forEach(lines::add);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    lines.add("lines;" + lines.size());
    return Optional.of(
        FileSource.of(
            NAME, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII)));
  }

  private static String line(AntivirusProduct product) {
    return line(product.sign().word(), product.name(), product.product(), product.kind(), "");
  }

  private static String line(OtherAntivirus stated) {
    return line(
        stated.service().isPresent() ? "service" : "server",
        stated.service().or(stated::server).orElseThrow(),
        stated.product(),
        Kind.ANTIVIRUS,
        stated.until().toString());
  }

  private static String line(String way, String name, String product, Kind kind, String until) {
    return String.join(";", way, name, product, kind.word(), until);
  }
}
