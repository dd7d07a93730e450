package dev.garrison.cli.packages;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.clientscript.ScriptSigner;
import dev.garrison.clientscript.SigningKey;
import dev.garrison.clientscript.SigningKey.Place;
import dev.garrison.secret.SecretStore;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison scripts}: signs Garrison's own scripts that run on servers. */
@Command(name = "scripts", description = "Prepare Garrison's own scripts for your servers.")
public final class ScriptsCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final SecretStore secrets;
  private final InstantSource time;

  /**
   * @param secrets the secrets, with relative paths that start at the working folder
   */
  public ScriptsCommand(Console console, SecretStore secrets, InstantSource time) {
    this.console = console;
    this.secrets = secrets;
    this.time = time;
  }

  /** Location of the signing key: exactly one option. */
  static final class KeyOptions {
    @Option(
        names = "--keystore",
        paramLabel = "FILE",
        description = "A PKCS#12 file (.p12, .pfx) with the key and its certificates.")
    private @Nullable Path keystore;

    @Option(
        names = "--pkcs11",
        paramLabel = "FILE",
        description =
            "The configuration of a token or HSM for Java's PKCS#11 provider: a line 'name = ...', a line 'library = ...'.")
    private @Nullable Path token;

    Place place() {
      return keystore == null
          ? new Place.Pkcs11(Objects.requireNonNull(token))
          : new Place.Pkcs12(keystore);
    }
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(
      name = "sign",
      description = {
        "Write Garrison's scripts into a folder, signed with your certificate.",
        "The modules for people go into the folders Garrison, for a machine with the console, and Garrison.Admin below it.",
        "Name that folder as 'packages.clientScripts' in the manifest. Servers where a policy demands AllSigned need the certificate in their TrustedPublisher store, and its authority as a trusted root."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:written", "1:an error; nothing is left in the folder"})
  int sign(
      @ArgGroup(multiplicity = "1") KeyOptions key,
      @Option(
              names = "--alias",
              paramLabel = "NAME",
              description = "Which key; needed only where there are several.")
          @Nullable String alias,
      @Option(
              names = "--password",
              paramLabel = "REFERENCE",
              defaultValue = "prompt:Password of the signing key",
              description =
                  "Where the password or PIN is found: env:NAME, file:PATH, command:PATH, or prompt, which asks. It asks unless told.")
          String password,
      @Option(
              names = "--timestamp",
              paramLabel = "URL",
              description =
                  "An RFC 3161 timestamp service; several are tried in turn. Without one the signatures end with the certificate.")
          @Nullable List<String> timestampers,
      @Option(
              names = {"-o", "--out"},
              paramLabel = "DIR",
              required = true,
              description = "The folder. Nothing in it is overwritten.")
          Path out) {
    SigningKey signing =
        SigningKey.open(
            key.place(), Optional.ofNullable(alias), secrets.read(password), time.instant());
    List<String> services = timestampers == null ? List.of() : timestampers;
    new ScriptSigner(signing, services).write(out).forEach(console.out()::println);
    X509Certificate signer = signing.chain().getFirst();
    String end =
        services.isEmpty()
            ? " Without a timestamp the signatures end on %s."
                .formatted(signer.getNotAfter().toInstant())
            : "";
    console.out().printf("Signed by %s.%s%n", signer.getSubjectX500Principal(), end);
    return ExitCode.OK;
  }
}
