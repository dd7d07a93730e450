package dev.garrison.clientscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import net.jsign.AuthenticodeSigner;
import net.jsign.DigestAlgorithm;
import net.jsign.script.PowerShellScript;
import net.jsign.timestamp.TimestampingMode;

/** Signs our scripts as Windows wants them under the policy AllSigned (Authenticode). */
public final class ScriptSigner {
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
   * Writes all of our files into a folder, the scripts signed. An existing file is refused before
   * anything is written; when it fails later, what it wrote is taken away.
   *
   * @return what was written
   */
  public List<Path> write(Path folder) {
    for (String name : ClientFiles.names()) {
      if (Files.exists(folder.resolve(name))) {
        throw new RefusalException(
            Diagnostic.error(
                ClientScriptCode.SIGNED_SCRIPTS_EXIST,
                folder.resolve(name) + " exists already.",
                "Nothing is overwritten. Choose an empty folder after --out."));
      }
    }
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (String name : ClientFiles.names()) {
        Path file = folder.resolve(name);
        written.add(file);
        Files.write(file, ClientFiles.bytes(name), StandardOpenOption.CREATE_NEW);
        if (ClientFiles.isScript(name)) {
          sign(file);
        }
      }
      // Read back as a plan will read them.
      SignedClientFiles.read(folder);
      return written;
    } catch (IOException e) {
      throw failed(written, "cannot be written (" + e.getMessage() + ")", e);
    } catch (RefusalException e) {
      clear(written, e);
      throw e;
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
          .withTimestampingAuthority(timestampers.toArray(String[]::new));
    }
    key.provider().ifPresent(signer::withSignatureProvider);
    try (PowerShellScript script = new PowerShellScript(file.toFile())) {
      signer.sign(script);
      script.save();
    } catch (IOException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(List.of(), "are not signed: it was interrupted", e);
    } catch (Exception e) {
      throw failed(List.of(), "cannot be signed (" + e.getMessage() + ")", e);
    }
  }

  private static RefusalException failed(List<Path> written, String why, Exception cause) {
    RefusalException refusal =
        new RefusalException(
            Diagnostic.error(
                ClientScriptCode.SIGNING_FAILED,
                "The scripts " + why + ".",
                "Nothing is left of it. Correct the cause and run the command again."),
            cause);
    clear(written, refusal);
    return refusal;
  }

  private static void clear(List<Path> written, RefusalException refusal) {
    for (Path file : written) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        refusal.addSuppressed(left);
      }
    }
  }
}
