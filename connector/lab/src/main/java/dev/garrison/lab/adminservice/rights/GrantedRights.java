package dev.garrison.lab.adminservice.rights;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rights that the account's security roles grant, as SMS_RbacSecuredObject shows them. The account
 * is a full administrator until rights are taken away.
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source =
        "MicrosoftDocs/SCCMdocs, sccm/develop/reference: SMS_RoleInObjectType server WMI class",
    says =
        "SMS_RbacSecuredObject names kinds of objects by their classes, as the page of SMS_RoleInObjectType does for some of them.")
public final class GrantedRights {
  /** Bits to which the page of SMS_ARoleOperation gives a meaning for at least one kind. */
  public static final long EVERY_RIGHT = 0x3FFFFFFFL & ~(1L << 6) & ~(1L << 8) & ~(1L << 15);

  private static final long UNTOLD =
      Right.RUN_CMPIVOT.mask() | Right.RUN_SCRIPT.mask() | Right.APPROVE.mask();

  private final Map<Secured, Long> granted = new EnumMap<>(Secured.class);
  private final Set<Secured> hidden = EnumSet.noneOf(Secured.class);

  /** Grants every right on everything that the lab knows. */
  public GrantedRights() {
    for (Secured kind : Secured.values()) {
      granted.put(kind, EVERY_RIGHT | UNTOLD);
    }
  }

  /** Restricts the rights on a kind of object to these bits from now on. */
  public synchronized void only(String className, long bits) {
    granted.put(kind(className), bits);
  }

  /** Restricts the rights on a kind of object to these from now on. */
  public void only(Secured kind, Set<Right> rights) {
    only(kind.className(), rights.stream().mapToLong(Right::mask).sum());
  }

  /** Hides the rights on a kind of object from now on; on all kinds if no name is given. */
  public synchronized void hide(Optional<String> className) {
    hidden.addAll(
        className.isEmpty()
            ? EnumSet.allOf(Secured.class)
            : EnumSet.of(kind(className.orElseThrow())));
  }

  private static Secured kind(String className) {
    return Secured.named(className)
        .orElseThrow(
            () -> new IllegalArgumentException("the lab tells nothing of rights on " + className));
  }

  /** Bits that are granted on each kind of object that SMS_RbacSecuredObject shows. */
  public synchronized Map<Secured, Long> told() {
    Map<Secured, Long> told = new EnumMap<>(granted);
    told.replaceAll((_, bits) -> bits & EVERY_RIGHT);
    told.keySet().removeIf(kind -> hidden.contains(kind) || !kind.isTold());
    return told;
  }

  /** Whether a right is granted on a kind of object. */
  public synchronized boolean grant(Secured kind, Right right) {
    return (granted.getOrDefault(kind, 0L) & right.mask()) != 0;
  }
}
