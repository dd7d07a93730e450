package dev.garrison.clientscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jsign.AuthenticodeSigner;
import net.jsign.DigestAlgorithm;
import net.jsign.Signable;
import net.jsign.script.PowerShellScript;
import net.jsign.script.PowerShellXMLScript;
import net.jsign.timestamp.TimestampingMode;

/** Signs Garrison's scripts as Windows requires under the policy AllSigned (Authenticode). */
public final class ScriptSigner {
  /**
   * Wait before a timestamp service is asked again. A short failure has passed by then; a service
   * that is down stays down for longer.
   */
  private static final int TIMESTAMP_RETRY_SECONDS = 3;

  private final SigningKey key;
  private final List<String> timestampers;

  /**
   * @param timestampers addresses of RFC 3161 services, tried in turn; none: no timestamp
   */
  public ScriptSigner(SigningKey key, List<String> timestampers) {
    this.key = key;
    this.timestampers = List.copyOf(timestampers);
  }

  /**
   * Writes all of Garrison's files into a folder, with the scripts signed. The files for servers
   * are in the folder itself; folders below it hold the modules for people and the scripts that a
   * site keeps. An existing file is refused before anything is written; if the method fails later,
   * it removes the files that it wrote.
   *
   * @return the files that were written
   */
  public List<Path> write(Path folder) {
    Path site = folder.resolve(SiteScripts.FOLDER);
    Stream.of(
            ClientFiles.names().stream().map(folder::resolve),
            ScriptModule.all().stream()
                .flatMap(module ->
                    module.names().stream().map(folder.resolve(module.folder())::resolve)),
            SiteScripts.names().stream().map(site::resolve))
        .flatMap(names -> names)
        .filter(Files::exists)
        .findFirst()
        .ifPresent(ScriptSigner::refuseToOverwrite);
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (String name : ClientFiles.names()) {
        write(folder.resolve(name), ClientFiles.bytes(name), written);
      }
      for (ScriptModule module : ScriptModule.all()) {
        Path own = folder.resolve(module.folder());
        make(own, written);
        for (String name : module.names()) {
          write(own.resolve(name), module.bytes(name), written);
        }
      }
      make(site, written);
      for (String name : SiteScripts.names()) {
        write(site.resolve(name), SiteScripts.bytes(name), written);
      }
      // Read back as a plan will read them.
      SignedClientFiles.read(folder);
      for (ScriptModule module : ScriptModule.all()) {
        SignedClientFiles.requireModule(folder.resolve(module.folder()), module);
      }
      SiteScripts.detectionTest(Optional.of(folder));
      written.removeIf(Files::isDirectory);
      return written;
    } catch (IOException e) {
      throw failed(written, told("script-signing.not-written", e), e);
    } catch (RefusalException e) {
      clear(written, e);
      throw e;
    }
  }

  private static void make(Path folder, List<Path> written) throws IOException {
    if (!Files.isDirectory(folder)) {
      written.add(Files.createDirectory(folder));
    }
  }

  private static void refuseToOverwrite(Path file) {
    throw new RefusalException(
        Diagnostic.error(
            ClientScriptCode.SIGNED_SCRIPTS_EXIST,
            Message.of("script-signing.file-exists", "file", file)));
  }

  private void write(Path file, byte[] bytes, List<Path> written) throws IOException {
    written.add(file);
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    if (ClientFiles.isScript(file.toString())) {
      sign(file);
    }
  }

  private void sign(Path file) throws IOException {
    AuthenticodeSigner signer =
        new AuthenticodeSigner(key.chain().toArray(Certificate[]::new), key.key())
            .withDigestAlgorithm(DigestAlgorithm.SHA256)
            .withProgramName("Garrison")
            .withTimestamping(!timestampers.isEmpty());
    if (!timestampers.isEmpty()) {
      signer
          .withTimestampingMode(TimestampingMode.RFC3161)
          .withTimestampingRetryWait(TIMESTAMP_RETRY_SECONDS)
          .withTimestampingAuthority(timestampers.toArray(String[]::new));
    }
    key.provider().ifPresent(signer::withSignatureProvider);
    try (Signable script = signable(file)) {
      signer.sign(script);
      script.save();
    } catch (IOException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(List.of(), Text.of("script-signing.interrupted"), e);
    } catch (Exception e) {
      throw failed(List.of(), told("script-signing.not-signed", e), e);
    }
  }

  private static Signable signable(Path file) throws IOException {
    return ClientFiles.isMarkup(file.toString())
        ? new PowerShellXMLScript(file.toFile())
        : new PowerShellScript(file.toFile());
  }

  private static Text told(String key, Exception failure) {
    return Text.of(key, "reason", String.valueOf(failure.getMessage()));
  }

  private static RefusalException failed(List<Path> written, Text problem, Exception cause) {
    RefusalException refusal =
        new RefusalException(
            Diagnostic.error(
                ClientScriptCode.SIGNING_FAILED,
                new Message(problem, Text.of("script-signing.run-again"))),
            cause);
    clear(written, refusal);
    return refusal;
  }

  private static void clear(List<Path> written, RefusalException refusal) {
    // A folder comes after what is in it.
    for (Path file : written.reversed()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        refusal.addSuppressed(left);
      }
    }
  }
}
