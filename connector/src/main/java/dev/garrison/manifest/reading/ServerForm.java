package dev.garrison.manifest.reading;

import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.server.ListenAddress;
import dev.garrison.manifest.server.ServerSection;
import dev.garrison.manifest.server.ServerSection.TlsFiles;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import java.nio.file.Path;
import java.util.Optional;

/** The section {@code server}. */
final class ServerForm {
  static final Form<ServerSection> FORM =
      Form.section("a group with 'listen', 'certificate' and 'key'", ServerForm::server);

  private static final Form<ListenAddress> LISTEN =
      Scalars.meant(
          "an address and a port such as \"127.0.0.1:8740\"",
          text -> ListenAddress.parse(text).filter(address -> address.port() > 0));

  private ServerForm() {}

  private static Optional<ServerSection> server(Mapping server) {
    Optional<ListenAddress> listen = server.optional("listen", LISTEN, ListenAddress.DEFAULT);
    Optional<Path> certificate = server.optional("certificate", Addresses.FILE);
    Optional<Path> key = server.optional("key", Addresses.FILE);
    boolean half = server.has("certificate") != server.has("key");
    if (half) {
      server.contradiction(
          ManifestCode.KEY_MISSING,
          server.has("certificate") ? "certificate" : "key",
          server.has("certificate")
              ? "'server.key' is missing, and 'server.certificate' is there."
              : "'server.certificate' is missing, and 'server.key' is there.",
          "Name both PEM files, or neither.");
    }
    boolean unsafe =
        listen
            .filter(address -> !ServerSection.isSafe(address, server.has("certificate")))
            .isPresent();
    if (unsafe && !half) {
      server.contradiction(
          ManifestCode.SERVER_WITHOUT_TLS,
          "listen",
          "Others can reach %s, and the service has no certificate."
              .formatted(listen.orElseThrow()),
          "Name 'certificate' and 'key', or listen on a loopback address such as \"127.0.0.1:8740\".");
    }
    return server.complete(() ->
        new ServerSection(
            listen.orElseThrow(),
            certificate.flatMap(file -> key.map(secret -> new TlsFiles(file, secret)))));
  }
}
