package dev.garrison.mecm.placement;

import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The security scopes of an application. Derived from the application, which carries the mark;
 * wanted scopes are added, those of others stay. Collections have no security scopes:
 * administrative users are assigned collections directly.
 *
 * @param application the application
 * @param scopes names of security scopes
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/core/understand/fundamentals-of-role-based-administration">Fundamentals
 *     of role-based administration</a>
 */
public record ScopeMembership(Address application, Set<String> scopes) {
  /** The kind in addresses. */
  public static final String KIND = "scope";

  public ScopeMembership {
    scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
  }

  /** The address of an application's scopes: it has the application's name. */
  public static Address address(Address application) {
    return new Address(KIND, application.name());
  }
}
