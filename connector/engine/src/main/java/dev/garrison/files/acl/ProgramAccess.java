package dev.garrison.files.acl;

import dev.garrison.language.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Access by which an account could put another program in the place of one, or a library beside it.
 *
 * @param own the account that runs Garrison
 */
public record ProgramAccess(Sid own) {
  private static final long DELETE_CHILD = 0x40L;
  private static final long DELETE = 0x10000L;
  private static final long SET_RIGHTS = 0x40000L | 0x80000L;
  private static final long GENERIC_ALL = 0x10000000L;
  private static final long GENERIC_WRITE = 0x40000000L;
  private static final long ADD = 0x2L | 0x4L;

  /** Rights by which what lies deeper in a folder can be exchanged. */
  private static final long EXCHANGE = DELETE_CHILD | DELETE | SET_RIGHTS | GENERIC_ALL;

  /** Rights that change the program itself, or what lies beside it. */
  private static final long CHANGE = EXCHANGE | ADD | GENERIC_WRITE;

  /** The owner, if it is an account that is not trusted with programs. */
  public Optional<Sid> foreignOwner(AccessList list) {
    return Optional.of(list.owner()).filter(owner -> !trusts(owner));
  }

  /** Descriptions of the entries by which others can change the program, or its own folder. */
  public List<Text> changedBy(AccessList list) {
    return having(list, CHANGE);
  }

  /** Descriptions of the entries by which others can exchange what lies deeper in a folder. */
  public List<Text> exchangedBy(AccessList list) {
    return having(list, EXCHANGE);
  }

  private List<Text> having(AccessList list, long rights) {
    Set<Text> others = new LinkedHashSet<>();
    for (AccessEntry entry : list.entries()) {
      if (entry.allows()
          && entry.appliesHere()
          && (entry.mask() & rights) != 0
          && !trusts(entry.sid())) {
        others.add(entry.described());
      }
    }
    return List.copyOf(others);
  }

  private boolean trusts(Sid sid) {
    return sid.equals(own)
        || sid.equals(Sid.SYSTEM)
        || sid.equals(Sid.ADMINISTRATORS)
        || sid.equals(Sid.TRUSTED_INSTALLER)
        || sid.equals(Sid.OWNER_RIGHTS);
  }
}
