package dev.garrison.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.view.PlanView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Expected texts, kept as files; written anew only on purpose. */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root"), "connector/trial/src/test/resources/golden");

  private static final int LENGTH = 80;

  private Golden() {}

  /** A folder whose path is as long in every run, because screens break where it ends. */
  static Path steady(Path temporary) {
    int missing = LENGTH - temporary.toString().length();
    return temporary.resolve("f".repeat(Math.max(1, missing)));
  }

  /** The plan as a person reads it, or what the refusal says. */
  static void expectPlan(String name, TrialSite site) throws IOException {
    expect(name, seen(site).replace(site.folder().toString(), "FOLDER") + "\n");
  }

  private static String seen(TrialSite site) {
    try (OpenSession open = site.open()) {
      return PlanView.render(
          open.session().plan(Allowances.NONE).plan(), open.session().ringObjects());
    } catch (RefusalException refusal) {
      return refusal.diagnostics().stream()
          .map(Diagnostic::toString)
          .collect(Collectors.joining("\n"));
    }
  }

  static void expect(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("golden files are not written in CI").isNotEqualTo("true");
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text).as(name).isEqualTo(Files.readString(file));
  }
}
