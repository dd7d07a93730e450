package dev.garrison.catalog.sample;

import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Supersedence;
import dev.garrison.catalog.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Updates of one server as chance brings them: sensible ones mostly, and every kind of mishap. */
public final class RandomCatalog {
  private static final List<String> FAMILIES =
      List.of("", "", "Windows 10/11", "Windows Server 2019");
  private static final List<String> CHANNELS = List.of("", "", "", "Current Channel (Broad)");
  private static final int MOST = 12;

  private final Random random;
  private final List<Update> updates = new ArrayList<>();
  private final Map<UUID, List<UUID>> named = new TreeMap<>();

  public RandomCatalog(Random random) {
    this.random = random;
    int count = random.nextInt(MOST);
    for (int number = 1; number <= count; number++) {
      updates.add(draft(number).update());
      if (rarely()) {
        updates.add(draft(number).revision(2).update());
      }
    }
    for (int newer = 2; newer <= count + 1; newer++) {
      for (int older = 1; older < newer; older++) {
        if (random.nextInt(newer) > older / 2) {
          edge(newer, older);
        }
      }
      if (rarely()) {
        edge(1 + random.nextInt(newer), newer);
      }
    }
  }

  public List<Update> updates() {
    return List.copyOf(updates);
  }

  public Supersedence supersedence() {
    return Supersedence.of(named);
  }

  /** One of another KB, with everything else like one of the sensor. */
  public Update unrelated(int number) {
    return draft(number).kbArticle("4052623").update();
  }

  private void edge(int newer, int older) {
    named.computeIfAbsent(Draft.id(newer), _ -> new ArrayList<>()).add(Draft.id(older));
  }

  private boolean rarely() {
    return random.nextInt(8) == 0;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Draft draft(int number) {
    String version = String.valueOf(1000 + (rarely() ? random.nextInt(MOST) : number));
    Draft draft =
        Draft.sensor(number, version).title(Draft.title(any(FAMILIES), version, any(CHANNELS)));
    if (random.nextInt(3) > 0) {
      draft.superseded();
    }
    if (rarely()) {
      draft.publication(any(List.of(Publication.values())));
    }
    if (rarely()) {
      draft.declined();
    }
    if (rarely()) {
      draft.earlierRevision();
    }
    if (rarely()) {
      draft.content(any(List.of(ContentState.values())));
    }
    if (rarely()) {
      draft.withLicence();
    }
    if (rarely()) {
      draft.inBundle();
    }
    return odd(draft);
  }

  private Draft odd(Draft draft) {
    return switch (random.nextInt(30)) {
      case 0 -> draft.title("2267602 \u041a\u0411");
      case 1 -> draft.kbArticle("2267602");
      case 2 -> draft.product(Draft.ANTIVIRUS);
      default -> draft;
    };
  }
}
