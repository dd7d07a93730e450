package dev.garrison.mecm.script;

/**
 * A script that a site keeps (class SMS_Scripts).
 *
 * @param guid ScriptGuid
 * @param hash ScriptHash: SHA-256 of the script's bytes in hexadecimal digits
 * @param content Script, in Base64; empty where the site did not send it
 * @param approver who decided; empty while nobody has
 */
public record SiteScript(
    String guid, String name, String hash, String content, Approval approval, String approver) {
  /** Whether this is that text and no other. Both of what the site says must fit. */
  public boolean holds(String sha256, String base64) {
    return hash.equalsIgnoreCase(sha256) && (content.isEmpty() || content.equals(base64));
  }
}
