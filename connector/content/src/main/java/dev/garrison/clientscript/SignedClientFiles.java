package dev.garrison.clientscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.powershell.SignedScript;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.Proof;
import dev.garrison.payload.signature.TrustedPublishers;
import dev.garrison.share.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Signed copies of Garrison's scripts. Each must be this program's script without any other
 * content, with an intact signature. Whether servers trust the signer is not checked here.
 */
public final class SignedClientFiles {
  private static final int LARGEST = 1 << 20;

  private SignedClientFiles() {}

  /**
   * The files in a folder that {@link ScriptSigner} wrote.
   *
   * @throws RefusalException with every file that is missing, different, or not signed
   */
  public static List<FileSource> read(Path folder) {
    return read(folder, ClientFiles.names(), ClientFiles::bytes);
  }

  /** Checks the files of a module in the same way. */
  static void requireModule(Path folder, ScriptModule module) {
    read(folder, module.names(), module::bytes);
  }

  /** The same for files of another place. */
  static List<FileSource> read(Path folder, List<String> names, Function<String, byte[]> ours) {
    List<FileSource> files = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (String name : names) {
      Path file = folder.resolve(name);
      try (InputStream stream = Files.newInputStream(file)) {
        byte[] bytes = stream.readNBytes(LARGEST);
        check(file, bytes, ours.apply(name), problems);
        files.add(FileSource.of(name, bytes));
      } catch (IOException e) {
        problems.add(
            Diagnostic.error(
                ClientScriptCode.SIGNED_SCRIPT_UNREADABLE,
                Message.of(
                    "signed-script.unreadable",
                    "file",
                    file,
                    "reason",
                    e instanceof NoSuchFileException
                        ? Text.of("local-file.missing")
                        : String.valueOf(e.getMessage()))));
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    return files;
  }

  private static void check(Path file, byte[] bytes, byte[] ours, List<Diagnostic> problems)
      throws IOException {
    if (!ClientFiles.isScript(file.toString())) {
      if (!Arrays.equals(bytes, ours)) {
        problems.add(another(file));
      }
      return;
    }
    SignedScript script;
    try {
      script =
          ClientFiles.isMarkup(file.toString())
              ? SignedScript.readMarkup(bytes)
              : SignedScript.read(bytes);
    } catch (DamagedFileException damage) {
      problems.add(another(file));
      return;
    }
    if (!script.signedText().strip().equals(new String(ours, StandardCharsets.UTF_8).strip())) {
      problems.add(another(file));
      return;
    }
    Proof proof =
        new Authenticode(new TrustedPublishers(List.of()))
            .verify(file.toString(), script, Instant.EPOCH);
    // Nobody is trusted here, so this is as far as a whole signature comes.
    if (proof.report().status() != Status.UNTRUSTED_ROOT) {
      problems.add(
          Diagnostic.error(
              ClientScriptCode.SIGNED_SCRIPT_WITHOUT_SIGNATURE,
              Message.of(
                  "signed-script.without-signature",
                  "file",
                  file,
                  "status",
                  proof.report().status().name())));
    }
  }

  private static Diagnostic another(Path file) {
    return Diagnostic.error(
        ClientScriptCode.SIGNED_SCRIPT_NOT_OURS,
        Message.of("signed-script.of-another-version", "file", file));
  }
}
