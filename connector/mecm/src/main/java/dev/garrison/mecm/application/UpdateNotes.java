package dev.garrison.mecm.application;

import dev.garrison.language.Text;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.sdmpackage.ApplicationDigest;
import dev.garrison.mecm.application.sdmpackage.Unmodelled;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Notes of a plan on an application that gets a new revision. */
final class UpdateNotes {
  private UpdateNotes() {}

  /**
   * Notes on what stays of the digest, and on values that must be missing for the new detection
   * method. A client that has such a value runs the script once.
   */
  static List<String> of(ApplicationDigest there, Application wanted) {
    List<String> notes = new ArrayList<>();
    List<Unmodelled.Part> kept = there.unmodelled().with(Unmodelled.Fate.KEPT);
    if (!kept.isEmpty()) {
      String parts =
          kept.stream().map(Unmodelled.Part::path).distinct().collect(Collectors.joining(", "));
      notes.add(Text.of("application.kept", "parts", parts).toString());
    }
    List<String> values =
        wanted.deploymentType().detection().stream()
            .filter(clause -> clause.operator() == RegistryClause.Operator.NotExists)
            .filter(clause -> !there.application().deploymentType().detection().contains(clause))
            .map(RegistryClause::valueName)
            .toList();
    if (!values.isEmpty()) {
      notes.add(Text.of("application.values-left", "values", values).toString());
    }
    return notes;
  }
}
