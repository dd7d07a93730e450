package dev.garrison.mecm.application;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.JournaledWrite;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * History of deleted and refused applications, from the journals of a site. Read when first asked,
 * which is only if an application must be created.
 */
public final class ApplicationHistory implements Generations.History {
  private final JournalFolder journals;
  private @Nullable Seen seen;

  private record Seen(Set<String> deleted, Set<String> refusals) {}

  public ApplicationHistory(JournalFolder journals) {
    this.journals = journals;
  }

  /**
   * Whether a run started to delete the application; the site has none, so the deletion took place.
   */
  @Override
  public boolean deleted(String logicalName) {
    return seen().deleted().contains(logicalName);
  }

  @Override
  public boolean refused(String logicalName) {
    return seen().refusals().stream().anyMatch(text -> text.contains(logicalName));
  }

  private Seen seen() {
    if (seen == null) {
      seen = read();
    }
    return seen;
  }

  private Seen read() {
    Seen all = new Seen(new HashSet<>(), new HashSet<>());
    for (String run : journals.runs()) {
      for (JournaledWrite write : JournaledWrite.of(journals.entries(run))) {
        if (Address.parse(write.before().address()).kind().equals(Application.KIND)) {
          note(write, all);
        }
      }
    }
    return all;
  }

  private static void note(JournaledWrite write, Seen all) {
    if (write.before().action().equals(Action.DELETE.name())) {
      write
          .before()
          .seen()
          .state()
          .ifPresent(state -> all.deleted().add(state.path("logicalName").asText()));
    }
    write
        .after()
        .map(JournalEntry.After::detail)
        .filter(RefusedIdentity::isTold)
        .ifPresent(all.refusals()::add);
  }
}
