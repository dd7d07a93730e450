package dev.garrison.lab;

/** The only account the lab lets in, by Basic authentication. */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return "Credentials[user=" + user + "]";
  }
}
