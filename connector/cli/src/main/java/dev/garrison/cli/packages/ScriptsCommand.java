package dev.garrison.cli.packages;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.clientscript.ScriptSigner;
import dev.garrison.clientscript.SigningKey;
import dev.garrison.clientscript.SigningKey.Place;
import dev.garrison.language.Text;
import dev.garrison.secret.SecretStore;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison scripts}: signs Garrison's own scripts that run on servers. */
@Command(name = "scripts")
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
    @Option(names = "--keystore", paramLabel = "FILE")
    private @Nullable Path keystore;

    @Option(names = "--pkcs11", paramLabel = "FILE")
    private @Nullable Path token;

    Place place() {
      return keystore == null
          ? new Place.Pkcs11(Objects.requireNonNull(token))
          : new Place.Pkcs12(keystore);
    }
  }

  /** The reference to a password that is typed. */
  private static String asked() {
    return "prompt:" + Text.of("signing.password").shown();
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "sign")
  int sign(
      @ArgGroup(multiplicity = "1") KeyOptions key,
      @Option(names = "--alias", paramLabel = "NAME") @Nullable String alias,
      @Option(names = "--password", paramLabel = "REFERENCE") @Nullable String password,
      @Option(names = "--timestamp", paramLabel = "URL") @Nullable List<String> timestampers,
      @Option(
              names = {"-o", "--out"},
              paramLabel = "DIR",
              required = true)
          Path out,
      @Mixin AnswerOptions answer) {
    SigningKey signing =
        SigningKey.open(
            key.place(),
            Optional.ofNullable(alias),
            secrets.read(password == null ? asked() : password),
            time.instant());
    List<String> services = timestampers == null ? List.of() : timestampers;
    List<Path> written = new ScriptSigner(signing, services).write(out);
    X509Certificate signer = signing.chain().getFirst();
    answer.print(
        console,
        () -> SignedAnswer.of(written, signer, !services.isEmpty()),
        () -> text(written, signer, !services.isEmpty()));
    return ExitCode.OK;
  }

  private String text(List<Path> written, X509Certificate signer, boolean timestamped) {
    Text done =
        Text.of(
            timestamped ? "signing.done" : "signing.done-until",
            "signer",
            signer.getSubjectX500Principal(),
            "time",
            console.time().minute(signer.getNotAfter().toInstant()));
    return Stream.concat(written.stream().map(Path::toString), Stream.of(done.shown()))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
