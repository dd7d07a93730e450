package dev.garrison.connection.sspi;

/** A security package of Windows that signs in. */
public enum SecurityPackage {
  /** Kerberos and nothing else. The server proves its identity too. */
  KERBEROS("Kerberos"),

  /** Kerberos, or NTLM where Kerberos is not possible. NTLM proves the client's identity only. */
  NEGOTIATE("Negotiate");

  private final String title;

  SecurityPackage(String title) {
    this.title = title;
  }

  /** The name by which Windows knows it. */
  String title() {
    return title;
  }
}
