package dev.garrison.lab.adminservice.site;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What the account's roles grant, as SMS_RbacSecuredObject tells it. A full administrator until
 * somebody takes rights away.
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source =
        "MicrosoftDocs/SCCMdocs, sccm/develop/reference: SMS_RoleInObjectType server WMI class",
    says =
        "SMS_RbacSecuredObject names kinds of objects by their classes, as the page of SMS_RoleInObjectType does for some of them. Rights that are taken away show there; that the provider then refuses a write, and hides rows, is not imitated.")
public final class GrantedRights {
  /** The bits that the page of SMS_ARoleOperation gives a meaning for at least one kind. */
  private static final long EVERY_RIGHT = 0x3FFFFFFFL & ~(1L << 6) & ~(1L << 8) & ~(1L << 15);

  private final SequencedMap<Integer, Kind> kinds = new TreeMap<>();

  /** A kind of object with the bits that are granted on it. */
  record Kind(String name, long granted) {}

  /** Every right on everything that the lab knows. */
  public GrantedRights() {
    kinds.put(1, new Kind("SMS_Collection", EVERY_RIGHT));
    kinds.put(6, new Kind("SMS_Site", EVERY_RIGHT));
    kinds.put(31, new Kind("SMS_Application", EVERY_RIGHT));
    kinds.put(43, new Kind("SMS_DistributionPointGroup", EVERY_RIGHT));
  }

  /** From now on only these rights are granted on a kind of object. */
  public synchronized void only(String className, long bits) {
    int number =
        kinds.entrySet().stream()
            .filter(entry -> entry.getValue().name().equals(className))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException("the lab tells nothing of rights on " + className));
    kinds.put(number, new Kind(className, bits));
  }

  /** From now on nothing is told of a kind of object; of all of them for no name. */
  public synchronized void hide(Optional<String> className) {
    kinds.values().removeIf(kind -> className.isEmpty() || kind.name().equals(className.get()));
  }

  synchronized SequencedMap<Integer, Kind> kinds() {
    return new TreeMap<>(kinds);
  }

  static long everyRight() {
    return EVERY_RIGHT;
  }
}
