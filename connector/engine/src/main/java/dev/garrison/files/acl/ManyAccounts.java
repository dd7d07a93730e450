package dev.garrison.files.acl;

import java.util.Set;

/**
 * Groups of many accounts, or of all accounts of a computer or a domain.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers">Security
 *     identifiers</a>
 */
final class ManyAccounts {
  private static final Set<String> GROUPS =
      Set.of(
          "S-1-1-0",
          "S-1-2-0",
          "S-1-2-1",
          "S-1-5-1",
          "S-1-5-2",
          "S-1-5-3",
          "S-1-5-4",
          "S-1-5-6",
          "S-1-5-7",
          "S-1-5-11",
          "S-1-5-12",
          "S-1-5-13",
          "S-1-5-14",
          "S-1-5-15",
          "S-1-5-33",
          "S-1-5-64-10",
          "S-1-5-64-14",
          "S-1-5-64-21",
          "S-1-5-80-0",
          "S-1-5-113",
          "S-1-5-1000",
          "S-1-5-32-545",
          "S-1-5-32-546",
          "S-1-5-32-547",
          "S-1-5-32-554",
          "S-1-5-32-555",
          "S-1-15-2-1",
          "S-1-15-2-2",
          "S-1-18-1",
          "S-1-18-2");

  /** Domain Users, Domain Guests, Domain Computers. */
  private static final Set<String> OF_A_DOMAIN = Set.of("513", "514", "515");

  private ManyAccounts() {}

  static boolean are(Sid sid) {
    String text = sid.text();
    return GROUPS.contains(text)
        || (text.startsWith("S-1-5-21-")
            && OF_A_DOMAIN.contains(text.substring(text.lastIndexOf('-') + 1)));
  }
}
