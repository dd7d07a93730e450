package dev.garrison.catalog.sensor;

/**
 * Systems that a sensor update is for, by the first part of its title. An example is {@code Windows
 * 10/11}. Every name is a valid family; the administrator lists the families that may be changed.
 *
 * <p>A title without that part meant the unified agent of Windows Server 2012 R2 and 2016 until
 * 2024; that it still does is inferred.
 *
 * @param name as in the title, empty for none
 * @see <a href="https://learn.microsoft.com/defender-endpoint/windows-whatsnew">What's new in
 *     Microsoft Defender for Endpoint on Windows</a>
 */
public record Family(String name) implements Comparable<Family> {
  /** The unified agent of Windows Server 2012 R2 and 2016. */
  public static final Family UNIFIED_AGENT = new Family("");

  @Override
  public int compareTo(Family other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name.isEmpty() ? "unified agent" : name;
  }
}
