package dev.garrison.catalog;

import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;

/**
 * Identity of one revision of an update. WSUS never changes a published revision; a new one has the
 * same update id and a higher revision number.
 *
 * @param updateId the same for all revisions
 * @param revisionNumber counted from 1; 0 is not a revision
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wusp/">MS-WUSP,
 *     UpdateIdentity</a>
 */
public record UpdateIdentity(UUID updateId, int revisionNumber)
    implements Comparable<UpdateIdentity> {
  private static final Comparator<UpdateIdentity> ORDER =
      Comparator.<UpdateIdentity, String>comparing(identity -> identity.updateId.toString())
          .thenComparingInt(UpdateIdentity::revisionNumber);

  public UpdateIdentity {
    if (revisionNumber < 1) {
      throw new IllegalArgumentException("a revision number starts at 1, not " + revisionNumber);
    }
  }

  /**
   * Orders by the identifier as text, then by revision: the same order on every run and machine.
   */
  @Override
  public int compareTo(UpdateIdentity other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return updateId.toString().toLowerCase(Locale.ROOT) + "/" + revisionNumber;
  }
}
