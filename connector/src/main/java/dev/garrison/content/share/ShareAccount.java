package dev.garrison.content.share;

/**
 * Who publishes to an SMB share. Its text form hides the password.
 *
 * @param domain empty for an account of the server itself
 */
public record ShareAccount(String domain, String user, String password) {
  @Override
  public String toString() {
    return domain.isEmpty() ? user : domain + "\\" + user;
  }
}
