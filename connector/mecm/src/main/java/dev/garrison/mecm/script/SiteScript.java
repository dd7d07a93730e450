package dev.garrison.mecm.script;

/**
 * A script in the site's script library (class SMS_Scripts).
 *
 * @param guid ScriptGuid
 * @param hash ScriptHash: SHA-256 of the script's bytes in hexadecimal digits
 * @param content Script, in Base64; empty if the site did not send it
 * @param approver the person who decided; empty while no decision was made
 */
public record SiteScript(
    String guid, String name, String hash, String content, Approval approval, String approver) {
  /**
   * Whether this script has exactly this text. The hash must match, and the content too if the site
   * sent it.
   */
  public boolean holds(String sha256, String base64) {
    return hash.equalsIgnoreCase(sha256) && (content.isEmpty() || content.equals(base64));
  }
}
