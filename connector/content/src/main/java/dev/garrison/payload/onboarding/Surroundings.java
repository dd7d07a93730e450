package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.payload.onboarding.script.ScriptCommands;
import dev.garrison.payload.onboarding.script.ScriptCommands.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Content of a package around its blob. It is not signed and Garrison does not use it, but a person
 * who deploys the file manually runs it.
 *
 * @param script whether there is a script around the blob
 * @param commands of that script that no published one has
 * @param members of the zip that no published one has
 */
record Surroundings(boolean script, List<Unknown> commands, List<String> members) {
  private static final int MOST = 5;
  private static final Set<String> TEMPLATES = Set.of(".admx", ".adml");
  private static final Text COMPARE = Text.of("package.compare-before-manual-deployment");

  Surroundings {
    commands = List.copyOf(commands);
    members = List.copyOf(members);
  }

  static Surroundings of(List<PackageEntry> entries, List<FoundBlob> found) {
    Optional<FoundBlob> script =
        found.stream().filter(blob -> blob.script().isPresent()).findFirst();
    List<PackageEntry> blobs =
        found.stream()
            .filter(blob -> blob.script().isEmpty() || script.filter(blob::equals).isPresent())
            .map(FoundBlob::entry)
            .toList();
    return new Surroundings(
        script.isPresent(),
        script.map(blob -> ScriptCommands.unknown(blob.entry().text())).orElse(List.of()),
        entries.stream()
            .filter(entry -> !blobs.contains(entry) && !isTemplate(entry.name()))
            .map(PackageEntry::name)
            .toList());
  }

  private static boolean isTemplate(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TEMPLATES.stream().anyMatch(lower::endsWith);
  }

  /** The proven and the unproven part, in words. */
  String inWords() {
    return (script ? Text.of("package-proof.blob-in-script") : Text.of("package-proof.blob"))
        .toString();
  }

  List<Diagnostic> findings(String file) {
    List<Diagnostic> findings = new ArrayList<>();
    if (!commands.isEmpty()) {
      findings.add(
          Diagnostic.warning(
              OnboardingCode.PACKAGE_SCRIPT_ALTERED,
              new Message(
                  Text.of(
                      "package.script-altered",
                      "file",
                      file,
                      "commands",
                      some(commands.stream().map(Surroundings::line).toList())),
                  COMPARE)));
    }
    if (!members.isEmpty()) {
      findings.add(
          Diagnostic.warning(
              OnboardingCode.PACKAGE_MEMBERS_UNKNOWN,
              new Message(
                  Text.of("package.members-unknown", "file", file, "members", some(members)),
                  COMPARE)));
    }
    return findings;
  }

  private static Text line(Unknown command) {
    return Text.of(
        "package.script-line", "line", String.valueOf(command.line()), "command", command.text());
  }

  private static Object some(List<?> all) {
    return all.size() > MOST
        ? Text.of("package.and-more", "first", all.subList(0, MOST), "count", all.size() - MOST)
        : all;
  }
}
