package dev.garrison.lab.adminservice.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Rows;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A script of the site.
 *
 * @param creator the account that created it, regardless of the author that it gave
 * @param content in Base64
 * @param state 0 waiting for approval, 1 denied, 3 approved
 */
record StoredScript(
    String guid,
    String name,
    String author,
    String creator,
    String content,
    int state,
    String approver,
    String comment,
    Instant changed) {
  static final int WAITING = 0;
  static final int DENIED = 1;
  static final int APPROVED = 3;

  /** The script after a decision on it. */
  StoredScript decided(int decision, String by, String why, Instant when) {
    return new StoredScript(guid, name, author, creator, content, decision, by, why, when);
  }

  /** The script after an edit; it waits for approval again. */
  StoredScript edited(String another, String other, Instant when) {
    return new StoredScript(guid, another, author, creator, other, WAITING, "", "", when);
  }

  boolean isApproved() {
    return state == APPROVED;
  }

  /** Text of the script, in UTF-16 if it begins with that byte order mark, otherwise in UTF-8. */
  String text() {
    byte[] bytes = bytes();
    boolean wide = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private byte[] bytes() {
    return Base64.getDecoder().decode(content);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  ObjectNode row() {
    return Rows.row()
        .set("ApprovalState", state)
        .set("Approver", approver)
        .set("Author", author)
        .set("Comment", comment)
        .set("LastUpdateTime", changed)
        .set("ParameterlistXML", "")
        .set("ParamsDefinition", "")
        .set("Script", content)
        .set("ScriptDescription", "")
        .set("ScriptGuid", guid)
        .set("ScriptHash", hash(bytes()))
        .set("ScriptHashAlgorithm", "SHA256")
        .set("ScriptName", name)
        .set("ScriptType", 0)
        .set("ScriptVersion", "1")
        .set("Timeout", 0)
        .done();
  }
}
