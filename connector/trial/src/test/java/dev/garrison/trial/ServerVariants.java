package dev.garrison.trial;

import dev.garrison.lab.wsus.work.Variant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Update servers on which everything has to come out the same: each variant alone, then many. */
public final class ServerVariants {
  /** With these a server says less, or something else, than what a play needs. */
  private static final Set<Variant> WITH_AN_END_OF_THEIR_OWN =
      EnumSet.of(
          Variant.UPDATES_OF_33_COLUMNS, Variant.APPROVALS_NOT_LISTED, Variant.NEVER_DEPLOYED);

  /** Of two that exclude each other these give way where all are together. */
  private static final Set<Variant> ALONE =
      EnumSet.of(Variant.OWN_ID_AS_PARENT, Variant.NO_CELL_TYPES, Variant.LATEST_APPROVALS_ONLY);

  private ServerVariants() {}

  /** Each alone, and all that go together. */
  public static List<Set<Variant>> each() {
    List<Set<Variant>> all = new ArrayList<>();
    for (Variant variant : EnumSet.complementOf(EnumSet.copyOf(WITH_AN_END_OF_THEIR_OWN))) {
      all.add(EnumSet.of(variant));
    }
    all.add(together());
    return all;
  }

  /** Each of these alone, and all that go together; in the whole campaign each of all. */
  public static List<Set<Variant>> bearing(Variant... which) {
    if (Boolean.getBoolean("campaign.full")) {
      return each();
    }
    List<Set<Variant>> bearing = new ArrayList<>();
    for (Variant variant : which) {
      bearing.add(EnumSet.of(variant));
    }
    bearing.add(together());
    return bearing;
  }

  /** All that go together. */
  public static Set<Variant> together() {
    Set<Variant> together = EnumSet.allOf(Variant.class);
    together.removeAll(WITH_AN_END_OF_THEIR_OWN);
    together.removeAll(ALONE);
    return together;
  }
}
